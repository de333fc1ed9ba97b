import { screen } from '@testing-library/react';
import { cornersOf, ticksOf } from '../__testUtils__/charts';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noTimes } from '../__testUtils__/reviewers';
import ReviewTimesChart from './ReviewTimesChart';

jest.mock('recharts', () =>
  jest
    .requireActual<typeof import('../__testUtils__/charts')>(
      '../__testUtils__/charts',
    )
    .rechartsWithRoom(),
);

describe('waiting times by month', () => {
  it('are drawn against the promise, with room above it', async () => {
    const month = { total: 4, inTime: 4, overdue: 0 };
    renderWithApi(
      <ReviewTimesChart
        times={{
          ...noTimes,
          promise: { duration: 'PT10H', hours: 10, source: 'annotation' },
          months: [
            { ...month, month: '2026-09', p50: 2, p75: 4 },
            { ...month, month: '2026-10', p50: 4, p75: 8 },
          ],
        }}
      />,
      {},
    );
    const chart = await screen.findByRole('img', {
      name: /promise of 10 hours$/,
    });
    expect(ticksOf(chart, 'x')).toEqual(['2026-09', '2026-10']);
    // 13 hours, 30 % above the promise.
    expect(ticksOf(chart, 'y').at(-1)).toBe('13 h');
    expect(chart).toHaveTextContent(/75% within.*half within/);
    expect(chart).toHaveTextContent('promised');
    const promised = Number(
      chart.querySelector('.recharts-reference-line-line')!.getAttribute('y1'),
    );
    const [median, third] = [
      ...chart.querySelectorAll('.recharts-line-curve'),
    ].map(cornersOf);
    const bottom = 2 * median[0].y - median[1].y;
    const hourAt = ({ y }: { y: number }) =>
      (10 * (bottom - y)) / (bottom - promised);
    expect(median.map(hourAt).map(Math.round)).toEqual([2, 4]);
    expect(third.map(hourAt).map(Math.round)).toEqual([4, 8]);
  });
});

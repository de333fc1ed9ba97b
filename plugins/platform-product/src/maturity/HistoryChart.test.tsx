import { LevelChange } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen } from '@testing-library/react';
import { cornersOf, ticksOf } from '../__testUtils__/charts';
import { letItBe } from '../__testUtils__/clock';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import HistoryChart from './HistoryChart';

jest.mock('recharts', () =>
  jest
    .requireActual<typeof import('../__testUtils__/charts')>(
      '../__testUtils__/charts',
    )
    .rechartsWithRoom(),
);

const height = 160;

const change = (
  at: string,
  toLevel: number,
  more: Partial<LevelChange> = {},
): LevelChange => ({
  at,
  fromLevel: 1,
  toLevel,
  levelWithoutWaivers: toLevel,
  measuredLevel: toLevel,
  reason: 'evidence',
  causes: [],
  ...more,
});

describe('the level over time', () => {
  it('goes in steps from the first change until now, and marks risks', async () => {
    letItBe('2026-11-20T12:00:00.000Z', { zone: 'UTC' });
    renderWithApi(
      <HistoryChart
        changes={[
          change('2026-09-20T12:00:00.000Z', 1),
          change('2026-07-20T12:00:00.000Z', 2, {
            atRisk: {
              until: '2026-09-20T12:00:00.000Z',
              fallsTo: 1,
              criteria: [],
            },
          }),
          change('2026-01-20T12:00:00.000Z', 2, {
            causes: ['Guide', 'Reviews', 'Answered', 'One more'].map(title => ({
              criterionId: title,
              title,
            })),
          }),
        ]}
        topLevel={3}
        height={height}
      />,
      {},
    );
    const chart = await screen.findByRole('img');
    expect(ticksOf(chart, 'y')).toEqual(['0', '1', '2', '3']);
    expect(ticksOf(chart, 'x')).toEqual([
      'Jan 20, 2026',
      'Jul 20, 2026',
      'Sep 20, 2026',
      'Nov 20, 2026',
    ]);
    const corners = cornersOf(chart.querySelector('.recharts-area-curve')!);
    const heights = corners.map(({ y }) => Math.round(y));
    expect(heights).toEqual([49, 49, 49, 49, 89, 89, 89]);
    const places = corners.map(({ x }) => x);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const dots = chart.querySelectorAll('.recharts-reference-dot circle');
    expect(dots).toHaveLength(1);
    expect(Math.round(Number(dots[0].getAttribute('cy')))).toBe(49);

    const area = chart.querySelector('.recharts-wrapper')!;
    fireEvent.mouseMove(area, { clientX: 40, clientY: 50 });
    expect(await screen.findByText('Jan 20, 2026 · 1 → 2')).toBeInTheDocument();
    expect(chart).toHaveTextContent('GuideReviewsAnswered');
    expect(chart).not.toHaveTextContent('One more');
  });
});

import { FeatureScore } from '@platform-product/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { cornersOf, ticksOf } from '../__testUtils__/charts';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import ScoresChart from './ScoresChart';

jest.mock('recharts', () =>
  jest
    .requireActual<typeof import('../__testUtils__/charts')>(
      '../__testUtils__/charts',
    )
    .rechartsWithRoom(),
);

const feature = (
  name: FeatureScore['feature'],
  shares: Record<string, number>,
): FeatureScore => ({
  feature: name,
  state: 'shown',
  history: Object.entries(shares).map(([roundId, share]) => ({
    roundId,
    n: 5,
    share,
    low: 0,
    high: 1,
  })),
});

describe('the share of good ratings over rounds', () => {
  it('is drawn from nothing to all, each feature by a line of its own', async () => {
    renderWithApi(
      <ScoresChart
        features={[
          feature('usability', { '2026-Q1': 0, '2026-Q3': 1 }),
          feature('cost', { '2026-Q1': 0.5, '2026-Q2': 0.25, '2026-Q3': 0 }),
        ]}
      />,
      {},
    );
    const chart = await screen.findByRole('img');
    expect(ticksOf(chart, 'x')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(ticksOf(chart, 'y')).toEqual(['0%', '25%', '50%', '75%', '100%']);
    expect(chart).toHaveTextContent(/Usability.*Cost/);
    const lines = [...chart.querySelectorAll('.recharts-line-curve')];
    const [usability, cost] = lines.map(cornersOf);
    const bottom = usability[0].y;
    const top = usability[1].y;
    const shareAt = ({ y }: { y: number }) => (bottom - y) / (bottom - top);
    // A round that was missed is passed over.
    expect(usability).toHaveLength(2);
    expect(cost.map(shareAt)).toEqual([0.5, 0.25, 0]);
    // Told apart without colour, too.
    const dashes = lines.map(line => line.getAttribute('stroke-dasharray'));
    const colours = lines.map(line => line.getAttribute('stroke'));
    expect(new Set(dashes).size).toBe(2);
    expect(new Set(colours).size).toBe(2);
  });
});

import { FeatureScore } from '@platform-product/backstage-plugin-common';
import { roundsOf } from './roundsOf';

const featureWith = (...rounds: string[]): FeatureScore => ({
  feature: 'cost',
  state: 'shown',
  history: rounds.map(roundId => ({
    roundId,
    n: 5,
    share: 0.5,
    low: 0.2,
    high: 0.8,
  })),
});

describe('the rounds of several features', () => {
  it.each([
    ['nothing', [], []],
    ['no history', [[]], []],
    ['one history', [['2026-Q1', '2026-Q2']], ['2026-Q1', '2026-Q2']],
    [
      'histories of which each has missed one',
      [
        ['2026-Q1', '2026-Q3', '2026-Q4'],
        ['2026-Q1', '2026-Q2', '2026-Q4'],
        ['2026-Q2', '2026-Q3'],
      ],
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ],
    [
      'names that have another order',
      [
        ['spring', 'fall'],
        ['winter', 'spring'],
      ],
      ['winter', 'spring', 'fall'],
    ],
    [
      'histories that differ',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
    ],
  ])('are merged from %s, the oldest first', (_, histories, rounds) => {
    expect(roundsOf(histories.map(ids => featureWith(...ids)))).toEqual(rounds);
  });
});

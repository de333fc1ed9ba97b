import {
  directions,
  goodOf,
  overallScore,
  overallScoreSchema,
  scoreChange,
  scoreChangeSchema,
  scoreOf,
  scoreSchema,
  scoreTrend,
  scoreTrendSchema,
} from './scores';

const flat = [0.2, 0.2, 0.2, 0.2, 0.2];

/** So many good ratings out of so many. */
const figures = (good: number, n: number) => ({
  counts: [n - good, 0, 0, 0, good],
});

describe('goodOf', () => {
  it.each([
    [[1, 0, 0, 0, 0], 0, 1],
    [[0, 1, 0, 0, 0], 0, 1],
    [[0, 0, 1, 0, 0], 0, 1],
    [[0, 0, 0, 1, 0], 1, 1],
    [[0, 0, 0, 0, 1], 1, 1],
    [[1, 2, 3, 4, 5], 9, 15],
    [[0, 0, 0, 0, 0], 0, 0],
  ])('of %j is %d of %d', (counts, x, n) => {
    expect(goodOf({ counts })).toEqual({ x, n });
  });
});

describe('scoreOf', () => {
  it('is the share of 4s and 5s, and the mean drawn to the catalog’s', () => {
    const counts = [0, 0, 0, 1, 4];
    const score = scoreOf({ counts }, [5, 10, 25, 40, 20]);
    // The worked values of the design.
    expect(score).toEqual({
      counts,
      n: 5,
      good: { share: 1, low: expect.closeTo(0.565518, 6), high: 1 },
      mean: {
        mean: expect.closeTo(4, 6),
        low: expect.closeTo(3.478355, 6),
        high: expect.closeTo(4.521645, 6),
      },
    });
    expect(scoreSchema.parse(score)).toEqual(score);
    expect(scoreOf({ counts: [2, 1, 3, 2, 0] }, flat)).toMatchObject({
      n: 8,
      good: { share: 0.25 },
    });
  });

  it('is the mean alone where the catalog has nothing yet', () => {
    const { mean } = scoreOf({ counts: [0, 0, 2, 0, 0] }, [0, 0, 0, 0, 0])!;
    expect(mean).toEqual({ mean: 3, low: 3, high: 3 });
  });

  it('is none of nobody', () => {
    expect(scoreOf({ counts: [0, 0, 0, 0, 0] }, flat)).toBeUndefined();
  });

  it('holds shares from 0 to 1', () => {
    const score = scoreOf({ counts: [0, 0, 1, 1, 0] }, flat)!;
    const isScore = (share: number) =>
      (['share', 'low', 'high'] as const).map(
        name =>
          scoreSchema.safeParse({
            ...score,
            good: { ...score.good, [name]: share },
          }).success,
      );
    expect(isScore(0)).toEqual([true, true, true]);
    expect(isScore(1)).toEqual([true, true, true]);
    expect(isScore(-0.01)).toEqual([false, false, false]);
    expect(isScore(1.01)).toEqual([false, false, false]);
  });
});

describe('overallScore', () => {
  const leverage = { counts: [0, 0, 0, 0, 10] };
  const cost = { counts: [4, 0, 0, 0, 0] };

  it('of one feature is its score', () => {
    const { counts: _, ...expected } = scoreOf(leverage, flat)!;
    expect(overallScore({ leverage }, { leverage: flat })).toEqual(expected);
  });

  it('of several is as if one were rated as all of them on average', () => {
    const prior = { leverage: [0, 0, 0, 0, 1], cost: [1, 0, 0, 0, 0] };
    const { counts: _, ...expected } = scoreOf(
      { counts: [2, 0, 0, 0, 5] },
      [0.5, 0, 0, 0, 0.5],
    )!;
    const score = overallScore({ leverage, cost }, prior);
    expect(score).toEqual(expected);
    expect(score?.n).toBe(7);
    expect(score?.good.share).toBeCloseTo(5 / 7);
    expect(
      overallScoreSchema.parse({ ...score, roundId: '2026-Q1' }),
    ).toMatchObject({ n: 7 });
  });

  it('gets no narrower for asking the same people more', () => {
    const prior = { leverage: flat, usability: flat };
    expect(overallScore({ leverage, usability: leverage }, prior)).toEqual(
      overallScore({ leverage }, prior),
    );
  });

  it('draws to a feature’s own figures where the catalog has none', () => {
    expect(overallScore({ leverage }, {})?.mean).toEqual({
      mean: 5,
      low: 5,
      high: 5,
    });
    expect(overallScore({ leverage }, { cost: flat })?.mean.mean).toBe(5);
  });

  it('is none where none is shown, or nobody rated', () => {
    expect(overallScore({}, { leverage: flat })).toBeUndefined();
    const nobody = { counts: [0, 0, 0, 0, 0] };
    expect(
      overallScore({ leverage: nobody }, { leverage: flat }),
    ).toBeUndefined();
  });
});

describe('scoreChange', () => {
  const change = (
    now: [good: number, n: number],
    before: [good: number, n: number],
  ) =>
    scoreChange(figures(...now), {
      roundId: '2025-Q4',
      figures: figures(...before),
    });

  it('tells the difference to the round before, with its interval', () => {
    const found = change([56, 70], [48, 80]);
    // The worked value of Newcombe (1998).
    expect(found).toEqual({
      since: '2025-Q4',
      difference: expect.closeTo(0.2, 6),
      low: expect.closeTo(0.052431, 6),
      high: expect.closeTo(0.333873, 6),
      direction: 'up',
    });
    expect(scoreChangeSchema.parse(found)).toEqual(found);
    expect(change([48, 80], [56, 70])).toMatchObject({
      difference: expect.closeTo(-0.2, 6),
      direction: 'down',
    });
  });

  it.each<[now: [number, number], before: [number, number], direction: string]>(
    [
      [[5, 10], [5, 10], 'none'],
      [[6, 10], [4, 10], 'none'],
      [[4, 10], [6, 10], 'none'],
      [[0, 5], [0, 5], 'none'],
      [[5, 5], [5, 5], 'none'],
      // One more good rating lifts the interval off 0.
      [[14, 20], [8, 20], 'none'],
      [[15, 20], [8, 20], 'up'],
      [[8, 20], [14, 20], 'none'],
      [[8, 20], [15, 20], 'down'],
      [[10, 10], [0, 10], 'up'],
      [[0, 10], [10, 10], 'down'],
    ],
  )('from %j, that were %j: %s', (now, before, direction) => {
    const found = change(now, before)!;
    expect(found.direction).toBe(direction);
    expect(found.low > 0 || found.high < 0).toBe(direction !== 'none');
  });

  it('is none where one of the rounds has no ratings', () => {
    expect(change([0, 0], [5, 10])).toBeUndefined();
    expect(change([5, 10], [0, 0])).toBeUndefined();
  });

  it('can be up, down, or none that is detectable', () => {
    expect(directions).toEqual(['up', 'down', 'none']);
  });
});

describe('scoreTrend', () => {
  const rising = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

  it('is told from eight rounds on', () => {
    for (let rounds = 0; rounds < 8; rounds++) {
      expect(scoreTrend(rising.slice(0, rounds))).toBeUndefined();
    }
    const trend = scoreTrend(rising);
    expect(trend).toEqual({
      rounds: 8,
      slope: expect.closeTo(0.1, 6),
      p: expect.closeTo(0.000834, 4),
      direction: 'up',
    });
    expect(scoreTrendSchema.parse(trend)).toEqual(trend);
    expect(scoreTrend([...rising, 0.9])).toMatchObject({
      rounds: 9,
      direction: 'up',
    });
  });

  it('falls where it falls', () => {
    expect(scoreTrend([...rising].reverse())).toMatchObject({
      slope: expect.closeTo(-0.1, 6),
      direction: 'down',
    });
  });

  it.each<[string, number[], string, number]>([
    ['equal rounds', [1, 1, 1, 1, 1, 1, 1, 1], 'none', 1],
    // S = 16 has p = 0.063, S = 18 has p = 0.035.
    ['rising, but by chance', [2, 1, 4, 3, 6, 5, 7, 8], 'up', 0.0094],
    ['nearly rising', [3, 2, 1, 6, 5, 4, 7, 8], 'none', 0.0634],
    ['just rising', [3, 1, 2, 6, 5, 4, 7, 8], 'up', 0.0354],
    ['nearly falling', [8, 7, 4, 5, 6, 1, 2, 3], 'none', 0.0634],
    ['just falling', [8, 7, 4, 5, 6, 2, 1, 3], 'down', 0.0354],
  ])('of %s, %j, is %s', (_, series, direction, p) => {
    expect(scoreTrend(series)).toMatchObject({
      direction,
      p: expect.closeTo(p, 3),
    });
  });
});

import { z } from 'zod';
import { mannKendall } from '../statistics/mannKendall';
import { newcombeDifference } from '../statistics/newcombe';
import { shrunkenMean } from '../statistics/shrunkenMean';
import { wilsonInterval } from '../statistics/wilson';
import { highestRating, lowestGoodRating, ratedFeatures } from './features';
import { FeatureFigures, featureFiguresSchema, Figures } from './release';

const share = z.number().min(0).max(1);

export const directions = [
  'up',
  'down',
  'none',
] as const satisfies readonly ScoreDirection[];

/**
 * Which way a share went, as far as chance does not explain it.
 *
 * @public
 */
export type ScoreDirection = 'up' | 'down' | 'none';

export const scoreSchema = featureFiguresSchema.extend({
  n: z.number().int().describe('How many gave a rating.'),
  good: z
    .object({ share, low: share, high: share })
    .describe('Share of 4s and 5s with its Wilson 95 % interval.'),
  mean: z
    .object({ mean: z.number(), low: z.number(), high: z.number() })
    .describe('Mean drawn to the catalog’s distribution, 95 %.'),
});

/**
 * A feature's figures with what follows from them.
 *
 * @public
 */
export interface Score extends FeatureFigures {
  /** How many gave a rating. */
  readonly n: number;
  /** Share of 4s and 5s with its Wilson 95 % interval. */
  readonly good: {
    /** Share of good ratings, from 0 to 1. */
    readonly share: number;
    /** Lower bound of the 95 % interval. */
    readonly low: number;
    /** Upper bound of the 95 % interval. */
    readonly high: number;
  };
  /** Mean drawn to the catalog’s distribution, 95 %. */
  readonly mean: {
    /** Mean rating, from 1 to 5, drawn towards that of all services. */
    readonly mean: number;
    /** Lower bound of the 95 % interval. */
    readonly low: number;
    /** Upper bound of the 95 % interval. */
    readonly high: number;
  };
}

export const scoreChangeSchema: z.ZodType<ScoreChange> = z.object({
  since: z.string().describe('Id of the round before.'),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  direction: z
    .enum(directions)
    .describe('None, where the interval includes 0: no detectable change.'),
});

/**
 * How the share of good ratings changed from one round to the next.
 *
 * @public
 */
export interface ScoreChange {
  /** Id of the round before. */
  readonly since: string;
  /** Of the shares, from -1 to 1. */
  readonly difference: number;
  /** Lower bound of the 95 % interval. */
  readonly low: number;
  /** Upper bound of the 95 % interval. */
  readonly high: number;
  /** None, where the interval includes 0: no detectable change. */
  readonly direction: ScoreDirection;
}

export const scoreTrendSchema: z.ZodType<ScoreTrend> = z.object({
  rounds: z.number().int(),
  slope: z.number().describe('Sen’s slope of the share, per round.'),
  p: z.number(),
  direction: z.enum(directions),
});

/**
 * Where the share of good ratings goes over many rounds.
 *
 * @public
 */
export interface ScoreTrend {
  /** How many rounds it is of. */
  readonly rounds: number;
  /** Sen’s slope of the share, per round. */
  readonly slope: number;
  /** Probability to see it by chance, from the Mann–Kendall test. */
  readonly p: number;
  /** Which way the shares go. */
  readonly direction: ScoreDirection;
}

/** From so many rounds on, a trend is told. */
const fewestRounds = 8;
const significance = 0.05;

/** How many gave a rating, and how many of them a good one. */
export function goodOf({ counts }: FeatureFigures): { x: number; n: number } {
  return {
    x: counts.slice(lowestGoodRating - 1).reduce((sum, some) => sum + some, 0),
    n: counts.reduce((sum, some) => sum + some, 0),
  };
}

/**
 * The score of a feature: share of good ratings and the mean, each with its
 * interval. Undefined where nobody gave a rating.
 *
 * @public
 */
export function scoreOf(
  figures: FeatureFigures,
  /** How often each rating was given across the catalog. */
  prior: readonly number[],
): Score | undefined {
  const { x, n } = goodOf(figures);
  const good = wilsonInterval(x, n);
  const mean = shrunkenMean({ counts: figures.counts, prior });
  return good && mean && { ...figures, n, good, mean };
}

export const overallScoreSchema: z.ZodType<OverallScore> = scoreSchema
  .pick({ good: true, mean: true })
  .extend({
    roundId: z.string(),
    n: z.number().describe('Ratings for each feature, on average.'),
  })
  .meta({ id: 'OverallScore' });

/**
 * One score over all features that are shown, to list services by.
 *
 * @public
 */
export interface OverallScore extends Pick<Score, 'good' | 'mean'> {
  /** Round that it is of, such as `2026-Q3`. */
  readonly roundId: string;
  /** Ratings for each feature, on average. */
  readonly n: number;
}

/**
 * The score of an imaginary feature that was rated as the shown ones are on
 * average. The ratings of one person on several features count for one, so that
 * the interval is not made narrower by asking more. Undefined where none is shown.
 *
 * @public
 */
export function overallScore(
  features: Figures['features'],
  /** How often each rating was given across the catalog, by feature. */
  prior: Partial<Record<(typeof ratedFeatures)[number], readonly number[]>>,
): Omit<OverallScore, 'roundId'> | undefined {
  const shown = ratedFeatures.flatMap(feature => {
    const figures = features[feature];
    return figures
      ? [{ counts: figures.counts, prior: prior[feature] ?? figures.counts }]
      : [];
  });
  if (!shown.length) return undefined;
  const average = (of: (item: (typeof shown)[number]) => readonly number[]) =>
    Array.from(
      { length: highestRating },
      (_, index) =>
        shown.reduce((sum, item) => sum + of(item)[index], 0) / shown.length,
    );
  const score = scoreOf(
    { counts: average(item => item.counts) },
    average(item => item.prior),
  );
  return score && { n: score.n, good: score.good, mean: score.mean };
}

/**
 * How the share of good ratings has changed from one round to another; no
 * change is detectable where Newcombe's interval includes 0.
 *
 * @public
 */
export function scoreChange(
  now: FeatureFigures,
  before: { readonly roundId: string; readonly figures: FeatureFigures },
): ScoreChange | undefined {
  const interval = newcombeDifference(goodOf(now), goodOf(before.figures));
  if (!interval) return undefined;
  const { low, high } = interval;
  return {
    since: before.roundId,
    ...interval,
    direction: directionOf(low > 0, high < 0),
  };
}

/**
 * Whether the share of good ratings rises or falls over rounds, by the
 * Mann–Kendall test at 5 %; undefined for fewer than eight rounds.
 *
 * @public
 */
export function scoreTrend(shares: readonly number[]): ScoreTrend | undefined {
  if (shares.length < fewestRounds) return undefined;
  const trend = mannKendall(shares);
  if (!trend) return undefined;
  const { s, p, slope } = trend;
  const isReal = p < significance;
  return {
    rounds: shares.length,
    slope,
    p,
    direction: directionOf(isReal && s > 0, isReal && s < 0),
  };
}

function directionOf(isUp: boolean, isDown: boolean) {
  if (isUp) return 'up';
  return isDown ? 'down' : 'none';
}

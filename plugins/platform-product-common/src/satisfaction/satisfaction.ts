import { z } from 'zod';
import { Participation, participationSchema } from './release';
import { RatedFeature, ratedFeatures } from './features';
import { Round, roundSchema } from './rounds';
import {
  Score,
  ScoreChange,
  scoreChangeSchema,
  scoreSchema,
  ScoreTrend,
  scoreTrendSchema,
} from './scores';

const timestamp = z.iso.datetime();

const showStates = [
  'shown',
  'hidden',
  'none',
] as const satisfies readonly ShowState[];

/**
 * Shown, hidden for privacy, or nothing was asked.
 *
 * @public
 */
export type ShowState = 'shown' | 'hidden' | 'none';

const featureScoreSchema: z.ZodType<FeatureScore> = z
  .object({
    feature: z.enum(ratedFeatures),
    state: z.enum(showStates),
    score: scoreSchema.optional(),
    change: scoreChangeSchema.optional(),
    trend: scoreTrendSchema.optional(),
    history: z
      .array(
        z.object({
          roundId: z.string(),
          n: z.number().int(),
          share: z.number(),
          low: z.number(),
          high: z.number(),
        }),
      )
      .describe('Rounds with figures on this feature, the oldest first.'),
  })
  .meta({ id: 'FeatureScore' });

/**
 * What is published on one feature.
 *
 * @public
 */
export interface FeatureScore {
  /** What was rated. */
  readonly feature: RatedFeature;
  /** Whether there are figures to see. */
  readonly state: ShowState;
  /** What the last released round says. */
  readonly score?: Score;
  /** Against the round before it. */
  readonly change?: ScoreChange;
  /** Over all rounds, once there are enough. */
  readonly trend?: ScoreTrend;
  /** Rounds with figures on this feature, the oldest first. */
  readonly history: ReadonlyArray<{
    /** Round that it is of, such as `2026-Q3`. */
    readonly roundId: string;
    /** How many people rated it. */
    readonly n: number;
    /** From 0 to 1. */
    readonly share: number;
    /** Lower bound of the 95 % interval. */
    readonly low: number;
    /** Upper bound of the 95 % interval. */
    readonly high: number;
  }>;
}

export const scoresReplySchema: z.ZodType<ScoresReply> = z
  .object({
    roundId: z.string(),
    text: z.string(),
    link: z.string().optional(),
    by: z.string(),
    at: timestamp,
  })
  .meta({ id: 'ScoresReply' });

/**
 * What the team says to the scores of a round: what it heard, and what it will do.
 *
 * @public
 */
export interface ScoresReply {
  /** Round that it is of, such as `2026-Q3`. */
  readonly roundId: string;
  /** Plain text, as somebody typed it. */
  readonly text: string;
  /** Where there is more about it. */
  readonly link?: string;
  /** User ref of who wrote it. */
  readonly by: string;
  /** When, in ISO 8601. */
  readonly at: string;
}

export const satisfactionSchema: z.ZodType<Satisfaction> = z
  .object({
    round: roundSchema.optional().describe('The open round, if there is one.'),
    scoresOf: z
      .string()
      .optional()
      .describe('Id of the round that the scores are of.'),
    state: z.enum(showStates),
    participation: participationSchema
      .extend({ rate: z.number(), rateWithPartial: z.number() })
      .optional(),
    features: z.array(featureScoreSchema),
    comments: z.object({
      state: z.enum(showStates),
      items: z.array(z.string()),
    }),
    reply: scoresReplySchema.optional(),
  })
  .meta({ id: 'Satisfaction' });

/**
 * What is published of a service's satisfaction.
 *
 * @public
 */
export interface Satisfaction {
  /** The open round, if there is one. */
  readonly round?: Round;
  /** Id of the round that the scores are of. */
  readonly scoresOf?: string;
  /** Whether there are figures to see. */
  readonly state: ShowState;
  /** How many were asked, and how many answered. */
  readonly participation?: Participation & {
    /** Share of `asked` who rated every feature, from 0 to 1. */
    readonly rate: number;
    /** Share of `asked` who rated anything, from 0 to 1. */
    readonly rateWithPartial: number;
  };
  /** By feature, in the order in which they are asked. */
  readonly features: readonly FeatureScore[];
  /** What people wrote, once enough did. */
  readonly comments: {
    /** Whether there are figures to see. */
    readonly state: ShowState;
    /** In an order that tells nothing of who wrote them. */
    readonly items: readonly string[];
  };
  /** What the team says to the scores. */
  readonly reply?: ScoresReply;
}

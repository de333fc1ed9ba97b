import { z } from 'zod';
import { plainText } from '../api/parameters';
import {
  RatedFeature,
  ratedFeatures,
  Ratings,
  ratingsSchema,
} from './features';
import { Participation, participationSchema } from './release';
import {
  Score,
  ScoreChange,
  scoreChangeSchema,
  scoreSchema,
  ScoreTrend,
  scoreTrendSchema,
} from './scores';

const timestamp = z.iso.datetime();

export const roundSchema: z.ZodType<Round> = z
  .object({
    id: z.string(),
    opensAt: timestamp,
    closesAt: timestamp,
    k: z
      .number()
      .int()
      .describe('How many have to answer before anything is shown.'),
    commentThreshold: z
      .number()
      .int()
      .describe('How many have to answer before comments are shown.'),
  })
  .meta({ id: 'Round' });

/**
 * A time in which ratings are asked for.
 *
 * @public
 */
export interface Round {
  /** Such as `2026-Q3`. */
  readonly id: string;
  /** When it opens, in ISO 8601. */
  readonly opensAt: string;
  /** When it closes, in ISO 8601. */
  readonly closesAt: string;
  /** How many have to answer before anything is shown. */
  readonly k: number;
  /** How many have to answer before comments are shown. */
  readonly commentThreshold: number;
}

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
    /** Share of those invited who rated every feature, from 0 to 1. */
    readonly rate: number;
    /** Share of those invited who rated anything, from 0 to 1. */
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

/** @public */
export const longestComment = 2000;

export const answerSchema = z
  .strictObject({
    ratings: ratingsSchema.refine(
      ratings =>
        ratedFeatures.some(
          (feature: RatedFeature) => ratings[feature] !== undefined,
        ),
      { message: 'has to hold at least one rating' },
    ),
    comment: plainText({ max: longestComment }).optional(),
    asFeedback: z
      .boolean()
      .optional()
      .describe(
        'Lists the comment as anonymous feedback once it is published.',
      ),
  })
  .meta({ id: 'Answer' });

/** What has come of asking somebody for a rating. */
const contactOutcomes = [
  'invited',
  'seen',
  'declined',
] as const satisfies readonly ContactOutcome[];

/**
 * What has come of asking somebody for a rating.
 *
 * @public
 */
export type ContactOutcome = 'invited' | 'seen' | 'declined';

export const myAnswerSchema: z.ZodType<MyAnswer> = z
  .object({
    round: roundSchema.optional(),
    answer: answerSchema.optional(),
    contact: z
      .enum(contactOutcomes)
      .optional()
      .describe('What has come of asking the reader, if they were asked.'),
  })
  .meta({ id: 'MyAnswer' });

/**
 * The reader's own answer in the open round, which nobody else sees.
 *
 * @public
 */
export interface MyAnswer {
  /** The open round, if there is one. */
  readonly round?: Round;
  /** Absent where they have not answered. */
  readonly answer?: {
    /** By feature. */
    readonly ratings: Ratings;
    /** What they wrote. */
    readonly comment?: string;
    /** Lists the comment as anonymous feedback once it is published. */
    readonly asFeedback?: boolean;
  };
  /** What has come of asking the reader, if they were asked. */
  readonly contact?: ContactOutcome;
}

/**
 * By what scores are added up.
 *
 * @public
 */
export const rollUpGroups = [
  'owner',
  'system',
  'domain',
  'all',
] as const satisfies readonly RollUpGroup[];

/**
 * By what scores are added up.
 *
 * @public
 */
export type RollUpGroup = 'owner' | 'system' | 'domain' | 'all';

const rollUpSchema: z.ZodType<RollUp> = z.object({
  name: z
    .string()
    .describe('Ref of the system, domain or owner; empty for all.'),
  services: z.number().int().describe('With a release in this round.'),
  features: z.partialRecord(z.enum(ratedFeatures), scoreSchema),
});

/**
 * Scores of the services of one system, domain or owner.
 *
 * @public
 */
export interface RollUp {
  /** Ref of the system, domain or owner; empty for all. */
  readonly name: string;
  /** With a release in this round. */
  readonly services: number;
  /** By feature, where no service could be told from it. */
  readonly features: Readonly<Partial<Record<RatedFeature, Score>>>;
}

export const rollUpsSchema: z.ZodType<RollUps> = z
  .object({
    roundId: z.string().optional(),
    rounds: z
      .array(z.string())
      .describe(
        'Ids of the last rounds with released scores, the newest first.',
      ),
    items: z.array(rollUpSchema),
  })
  .meta({ id: 'RollUps' });

/**
 * Scores of several services together.
 *
 * @public
 */
export interface RollUps {
  /** Round that it is of, such as `2026-Q3`. */
  readonly roundId?: string;
  /** Ids of the last rounds with released scores, the newest first. */
  readonly rounds: readonly string[];
  /** By name. */
  readonly items: readonly RollUp[];
}

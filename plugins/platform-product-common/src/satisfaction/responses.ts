import { z } from 'zod';
import { plainText } from '../api/parameters';
import { RatedFeature, ratedFeatures, ratingsSchema } from './features';
import { participationSchema } from './release';
import { scoreChangeSchema, scoreSchema, scoreTrendSchema } from './scores';

const timestamp = z.iso.datetime();

/** @public */
export const roundSchema = z
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
export type Round = z.infer<typeof roundSchema>;

/** @public */
export const showStates = ['shown', 'hidden', 'none'] as const;

/**
 * Shown, hidden for privacy, or nothing was asked.
 *
 * @public
 */
export type ShowState = (typeof showStates)[number];

/** @public */
export const featureScoreSchema = z
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
export type FeatureScore = z.infer<typeof featureScoreSchema>;

/** @public */
export const scoresReplySchema = z
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
export type ScoresReply = z.infer<typeof scoresReplySchema>;

/** @public */
export const satisfactionSchema = z
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
export type Satisfaction = z.infer<typeof satisfactionSchema>;

/** @public */
export const longestComment = 2000;

/** @public */
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

/**
 * What has come of asking somebody for a rating.
 *
 * @public
 */
export const contactOutcomes = ['invited', 'seen', 'declined'] as const;

/** @public */
export type ContactOutcome = (typeof contactOutcomes)[number];

/** @public */
export const myAnswerSchema = z
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
export type MyAnswer = z.infer<typeof myAnswerSchema>;

/**
 * By what scores are added up.
 *
 * @public
 */
export const rollUpGroups = ['owner', 'system', 'domain', 'all'] as const;

/** @public */
export type RollUpGroup = (typeof rollUpGroups)[number];

/** @public */
export const rollUpSchema = z.object({
  name: z
    .string()
    .describe('Ref of the system, domain or owner; empty for all.'),
  services: z.number().int().describe('With a release in this round.'),
  features: z.partialRecord(z.enum(ratedFeatures), scoreSchema),
});

/** @public */
export const rollUpsSchema = z
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
export type RollUps = z.infer<typeof rollUpsSchema>;

import { z } from 'zod';
import {
  RatedFeature,
  ratedFeatures,
  Ratings,
  ratingsSchema,
} from './features';
import { Round, roundSchema } from './rounds';
import { plainText } from '../api/parameters';

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

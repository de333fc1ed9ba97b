import { z } from 'zod';

/**
 * What a service is rated on, in the order in which it is asked.
 *
 * @public
 */
export const ratedFeatures = [
  'leverage',
  'usability',
  'reliability',
  'cost',
  'latency',
] as const satisfies readonly RatedFeature[];

/**
 * What a service is rated on.
 *
 * @public
 */
export type RatedFeature =
  | 'leverage'
  | 'usability'
  | 'reliability'
  | 'cost'
  | 'latency';

/** The highest rating; 1 is the lowest. */
export const highestRating = 5;

/** From here on a rating counts as good. */
export const lowestGoodRating = 4;

export const ratingSchema = z.union([
  z.number().int().min(1).max(highestRating),
  z.literal('cant-say'),
]);

/**
 * How good somebody finds a feature, from 1 to 5, or that they can't say.
 *
 * @public
 */
export type Rating = number | 'cant-say';

export const ratingsSchema = z.strictObject(
  Object.fromEntries(
    ratedFeatures.map(feature => [feature, ratingSchema.optional()]),
  ) as Record<RatedFeature, z.ZodOptional<typeof ratingSchema>>,
);

/**
 * The ratings that one person gives; what is left out was not answered.
 *
 * @public
 */
export type Ratings = {
  readonly [TFeature in RatedFeature]?: Rating;
};

/**
 * What one person says of one service in one round.
 *
 * @public
 */
export interface Answer {
  readonly ratings: Ratings;
  readonly comment?: string;
  /** Whether the comment is to be listed as anonymous feedback. */
  readonly asFeedback?: boolean;
}

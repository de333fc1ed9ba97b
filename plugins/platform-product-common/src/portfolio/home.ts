import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { roundSchema } from '../satisfaction/responses';
import { portfolioItemSchema } from './portfolio';

/** @public */
export const wantedRatingSchema = z
  .object({
    entityRef: z.string(),
    title: z.string(),
    isInvited: z.boolean().describe('Whether its team has asked for it.'),
    isNoted: z
      .boolean()
      .describe(
        'Whether it is noted that the reader was asked, or has seen it.',
      ),
  })
  .meta({ id: 'WantedRating' });

/**
 * A service that the reader uses or follows, and has not rated yet.
 *
 * @public
 */
export type WantedRating = z.infer<typeof wantedRatingSchema>;

/** @public */
export const homeSchema = z
  .object({
    round: roundSchema.optional().describe('The open round, if there is one.'),
    ratings: z
      .array(wantedRatingSchema)
      .describe(
        'Ratings that are wanted of the reader, those asked for first; 50 at most.',
      ),
    totalRatings: z.number().int(),
    services: z
      .array(portfolioItemSchema)
      .describe('Services of the reader and their groups; 50 at most.'),
    totalServices: z.number().int(),
  })
  .meta({ id: 'Home' });

/**
 * What concerns the reader.
 *
 * @public
 */
export type Home = z.infer<typeof homeSchema>;

/**
 * Routes for the reader’s own page, in the room `portfolio`.
 *
 * @public
 */
export const homeRoutes = {
  getHome: defineRoute({
    operationId: 'getHome',
    method: 'get',
    path: '/home',
    summary: 'My services, and services I use that want a rating',
    visibility: 'own',
    response: homeSchema,
    example: {},
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { PortfolioItem, portfolioItemSchema } from './portfolio';
import { Round, roundSchema } from '../satisfaction/rounds';

const wantedRatingSchema: z.ZodType<WantedRating> = z
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
export interface WantedRating {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call the service. */
  readonly title: string;
  /** Whether its team has asked for it. */
  readonly isInvited: boolean;
  /** Whether it is noted that the reader was asked, or has seen it. */
  readonly isNoted: boolean;
}

const homeSchema: z.ZodType<Home> = z
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
export interface Home {
  /** The open round, if there is one. */
  readonly round?: Round;
  /** Ratings that are wanted of the reader, those asked for first; 50 at most. */
  readonly ratings: readonly WantedRating[];
  /** How many ratings are wanted in all. */
  readonly totalRatings: number;
  /** Services of the reader and their groups; 50 at most. */
  readonly services: readonly PortfolioItem[];
  /** How many services the reader and their groups have in all. */
  readonly totalServices: number;
}

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

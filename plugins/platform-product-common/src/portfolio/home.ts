import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { roomWaiting, WaitingItem } from '../rooms';
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

const waitingSchema: z.ZodType<Waiting> = z
  .object({
    items: z
      .array(z.union(roomWaiting))
      .describe('By kind, those that press most first; 10 of each at most.'),
    counts: z
      .record(z.string(), z.number().int())
      .describe('How many wait of each kind that there is.'),
    totalItems: z.number().int(),
  })
  .meta({ id: 'Waiting' });

/**
 * What waits for the reader, but for ratings.
 *
 * @public
 */
export interface Waiting {
  /** By kind, those that press most first; 10 of each at most. */
  readonly items: readonly WaitingItem[];
  /** How many wait of each kind that there is. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many wait in all. */
  readonly totalItems: number;
}

const homeSchema: z.ZodType<Home> = z
  .object({
    waiting: waitingSchema,
    round: roundSchema.optional().describe('The open round, if there is one.'),
    ratings: z
      .array(wantedRatingSchema)
      .describe(
        'Ratings that are wanted of the reader, those asked for first; 50 at most.',
      ),
    totalRatings: z.number().int(),
    services: z
      .array(portfolioItemSchema)
      .describe(
        'Services that the reader or their groups own, or that the reader is the product manager of; 50 at most.',
      ),
    totalServices: z.number().int(),
  })
  .meta({ id: 'Home' });

/**
 * What concerns the reader.
 *
 * @public
 */
export interface Home {
  /** What waits for the reader. */
  readonly waiting: Waiting;
  /** The open round, if there is one. */
  readonly round?: Round;
  /** Ratings that are wanted of the reader, those asked for first; 50 at most. */
  readonly ratings: readonly WantedRating[];
  /** How many ratings are wanted in all. */
  readonly totalRatings: number;
  /** Services that they own, or are the product manager of; 50 at most. */
  readonly services: readonly PortfolioItem[];
  /** How many such services there are in all. */
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
    summary:
      'What waits for me, my services, and services I use that want a rating',
    visibility: 'own',
    response: homeSchema,
    example: {},
  }),
} as const;

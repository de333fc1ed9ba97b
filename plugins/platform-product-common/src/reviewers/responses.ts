import { z } from 'zod';
import { availabilitySchema, timeZoneSchema } from './availability';
import { rosterRoles, rosterStatuses, rosterTermsSchema } from './rosterTerms';

const timestamp = z.iso.datetime();
const hours = z.number().min(0);

/** @public */
export const candidateSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ownership-file'),
    url: z.string(),
    line: z.number().int(),
    pattern: z.string(),
    via: z.string().optional().describe('The group that is named.'),
  }),
  z.object({ kind: z.literal('annotation') }),
  z.object({
    kind: z.literal('history'),
    reviews: z.number().int(),
    changes: z.number().int(),
    lastAt: timestamp.optional(),
  }),
]);

/**
 * Why somebody might be asked to become a reviewer.
 *
 * @public
 */
export type CandidateSource = z.infer<typeof candidateSourceSchema>;

/** @public */
export const rosterEntrySchema = z
  .object({
    userRef: z.string(),
    status: z.enum(rosterStatuses),
    agreed: rosterTermsSchema.optional(),
    proposed: rosterTermsSchema
      .extend({ by: z.enum(['person', 'owners']) })
      .optional()
      .describe('Terms that wait for the other side.'),
    sponsor: z.string().optional(),
    since: timestamp.optional(),
    leftAt: timestamp.optional(),
    isOutside: z.boolean().describe('Not a member of the owning group.'),
    isKnown: z.boolean().describe('Whether the catalog has the person.'),
    openReviews: z.number().int(),
    maxOpenReviews: z.number().int(),
    onRotation: z.boolean(),
    timeZone: timeZoneSchema.optional(),
    awayUntil: z.iso
      .date()
      .optional()
      .describe('Last day away, when away now; other absences are private.'),
  })
  .meta({ id: 'RosterEntry' });

/**
 * A person on the roster of a service, as everybody sees them.
 *
 * @public
 */
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

/** @public */
export const rosterSchema = z
  .object({
    items: z.array(rosterEntrySchema),
    candidates: z.array(
      z.object({
        userRef: z.string().optional(),
        name: z
          .string()
          .describe(
            'As the source names them, where the catalog knows nobody.',
          ),
        isOutside: z.boolean().optional(),
        sources: z.array(candidateSourceSchema),
      }),
    ),
    ownership: z.object({
      urls: z.array(z.string()),
      problems: z.array(
        z.object({
          url: z.string(),
          line: z.number().int(),
          text: z.string(),
          reason: z.string(),
        }),
      ),
      error: z.string().optional(),
    }),
    history: z.object({
      source: z
        .string()
        .optional()
        .describe('What reads the review history; absent when nothing can.'),
      repositoryUrl: z.string().optional(),
      changes: z.number().int(),
      syncedAt: timestamp.optional(),
      error: z.string().optional(),
    }),
  })
  .meta({ id: 'Roster' });

/**
 * Who reviews for a service, who might, and where that is known from.
 *
 * @public
 */
export type Roster = z.infer<typeof rosterSchema>;

/** @public */
export const suggestionReasonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['reviewed', 'authored']),
    count: z.number().int(),
    path: z.string().describe('A file, a directory, or empty for everything.'),
    lastAt: timestamp.optional(),
  }),
  z.object({ kind: z.literal('reviewedAuthor'), count: z.number().int() }),
  z.object({ kind: z.literal('owns'), files: z.number().int() }),
  z.object({ kind: z.literal('onRoster') }),
]);

/** @public */
export type SuggestionReason = z.infer<typeof suggestionReasonSchema>;

/** @public */
export const suggestionSchema = z.object({
  userRef: z.string(),
  isOutside: z.boolean(),
  role: z.enum(rosterRoles),
  reasons: z.array(suggestionReasonSchema),
  openReviews: z.number().int(),
  maxOpenReviews: z.number().int(),
  overlapHours: hours
    .optional()
    .describe('Of today’s work, shared with the reader.'),
});

/** @public */
export type Suggestion = z.infer<typeof suggestionSchema>;

/** @public */
export const leftOutReasons = [
  'author',
  'away',
  'off-rotation',
  'at-capacity',
  'declined',
  'unknown',
  'shadow',
  'not-on-roster',
  'other-paths',
] as const;

/** @public */
export const suggestionsSchema = z
  .object({
    suggestions: z.array(suggestionSchema),
    leftOut: z.array(
      z.object({
        userRef: z.string().optional(),
        name: z.string(),
        reason: z.enum(leftOutReasons),
        awayUntil: z.iso.date().optional(),
      }),
    ),
    paths: z.array(z.string()),
    author: z.string().optional().describe('User ref of the author, if known.'),
    changeUrl: z.string().optional(),
  })
  .meta({ id: 'Suggestions' });

/**
 * Who should review a change, and why.
 *
 * @public
 */
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** @public */
export const reviewRequestStatuses = [
  'pending',
  'accepted',
  'completed',
  'withdrawn',
  'exhausted',
] as const;

/** @public */
export const reviewRequestSchema = z
  .object({
    id: z.uuid(),
    entityRef: z.string(),
    requestedBy: z.string(),
    requestedAt: timestamp,
    paths: z.array(z.string()),
    changeUrl: z.string().optional(),
    note: z.string().optional(),
    status: z.enum(reviewRequestStatuses),
    reviewer: z
      .string()
      .optional()
      .describe('Who is asked, or has accepted; nobody once exhausted.'),
    answerDueAt: timestamp.optional(),
    asked: z.array(
      z.object({
        reviewer: z.string(),
        at: timestamp,
        outcome: z.enum(['pending', 'accepted', 'declined', 'unanswered']),
        answeredAt: timestamp.optional(),
      }),
    ),
  })
  .meta({ id: 'ReviewRequest' });

/**
 * A request for a review. It is with one person at a time.
 *
 * @public
 */
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

/** @public */
export const waitSummarySchema = z.object({
  total: z.number().int(),
  inTime: z.number().int(),
  overdue: z.number().int(),
  share: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  p50: hours.optional(),
  p75: hours.optional(),
  p90: hours.optional(),
});

/** @public */
export const reviewTimesSchema = z
  .object({
    promise: z.object({
      duration: z.string().describe('ISO 8601, in business hours.'),
      hours,
      isDefault: z.boolean(),
    }),
    windowDays: z.number().int(),
    waiting: waitSummarySchema.describe(
      'From ready for review to the first review by somebody else.',
    ),
    response: waitSummarySchema.describe(
      'From asking a person to that person’s review.',
    ),
    months: z.array(waitSummarySchema.extend({ month: z.string() })),
    overdue: z.array(
      z.object({
        changeId: z.string(),
        title: z.string().optional(),
        url: z.string().optional(),
        since: timestamp,
        waitingHours: hours,
        turnOf: z
          .string()
          .optional()
          .describe(
            'User ref of the person who was asked; told to the team, to the author, and to that person.',
          ),
        isAsked: z
          .boolean()
          .optional()
          .describe('Whether anybody was asked whom the catalog knows.'),
        nudgedAt: timestamp.optional(),
      }),
    ),
    source: z.string().optional(),
    syncedAt: timestamp.optional(),
  })
  .meta({ id: 'ReviewTimes' });

/**
 * How long reviews take, for the service as a whole; never per person.
 *
 * @public
 */
export type ReviewTimes = z.infer<typeof reviewTimesSchema>;

/** @public */
export const myReviewsSchema = z
  .object({
    userRef: z.string(),
    availability: availabilitySchema,
    isDefault: z.boolean().describe('Nothing was saved yet.'),
    asked: z.array(reviewRequestSchema),
    requested: z.array(reviewRequestSchema),
    roster: z.array(
      z.object({
        entityRef: z.string(),
        status: z.enum(rosterStatuses),
        agreed: rosterTermsSchema.optional(),
        proposed: rosterTermsSchema
          .extend({ by: z.enum(['person', 'owners']) })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'MyReviews' });

/**
 * A person's own reviewing, for all of their services.
 *
 * @public
 */
export type MyReviews = z.infer<typeof myReviewsSchema>;

/** @public */
export const reviewerListItemSchema = z
  .object({
    entityRef: z.string(),
    title: z.string(),
    userRef: z.string(),
    role: z.enum(rosterRoles),
    paths: z.array(z.string()),
    openReviews: z.number().int(),
    maxOpenReviews: z.number().int(),
    onRotation: z.boolean(),
    timeZone: z.string().optional(),
    awayUntil: z.iso.date().optional(),
  })
  .meta({ id: 'ReviewerListItem' });

/**
 * An active reviewer of one of the services in the catalog.
 *
 * @public
 */
export type ReviewerListItem = z.infer<typeof reviewerListItemSchema>;

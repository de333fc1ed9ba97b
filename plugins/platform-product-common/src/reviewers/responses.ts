import { z } from 'zod';
import {
  Availability,
  availabilitySchema,
  timeZoneSchema,
} from './availability';
import {
  RosterRole,
  rosterRoles,
  RosterStatus,
  rosterStatuses,
  RosterTerms,
  rosterTermsSchema,
} from './rosterTerms';
import { WaitSummary } from './reviewTimes';

const timestamp = z.iso.datetime();
const hours = z.number().min(0);

const candidateSourceSchema: z.ZodType<CandidateSource> = z.discriminatedUnion(
  'kind',
  [
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
  ],
);

/**
 * Why somebody might be asked to become a reviewer.
 *
 * @public
 */
export type CandidateSource =
  | {
      /** Where the person is known from. */
      readonly kind: 'ownership-file';
      /** Where people read it. */
      readonly url: string;
      /** Counted from 1. */
      readonly line: number;
      /** The rule of the file that names them. */
      readonly pattern: string;
      /** The group that is named. */
      readonly via?: string;
    }
  | {
      /** Where the person is known from. */
      readonly kind: 'annotation';
    }
  | {
      /** Where the person is known from. */
      readonly kind: 'history';
      /** How many changes they reviewed. */
      readonly reviews: number;
      /** How many changes they wrote. */
      readonly changes: number;
      /** When the last one was, in ISO 8601. */
      readonly lastAt?: string;
    };

export const rosterEntrySchema: z.ZodType<RosterEntry> = z
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
export interface RosterEntry {
  /** Full ref of the person. */
  readonly userRef: string;
  /** Where it stands. */
  readonly status: RosterStatus;
  /** Terms that both sides agreed to. */
  readonly agreed?: RosterTerms;
  /** Terms that wait for the other side. */
  readonly proposed?: RosterTerms & {
    /** Which side put them forward. */
    readonly by: 'person' | 'owners';
  };
  /** User ref of the reviewer who guides a shadow. */
  readonly sponsor?: string;
  /** When both sides agreed, in ISO 8601. */
  readonly since?: string;
  /** When they left, in ISO 8601. */
  readonly leftAt?: string;
  /** Not a member of the owning group. */
  readonly isOutside: boolean;
  /** Whether the catalog has the person. */
  readonly isKnown: boolean;
  /** How many reviews they have accepted and not done. */
  readonly openReviews: number;
  /** How many they take at a time. */
  readonly maxOpenReviews: number;
  /** Whether they take requests at present. */
  readonly onRotation: boolean;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone?: string;
  /** Last day away, when away now; other absences are private. */
  readonly awayUntil?: string;
}

export const rosterSchema: z.ZodType<Roster> = z
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
export interface Roster {
  /** Who is on it, who was, and who may join. */
  readonly items: readonly RosterEntry[];
  /** People who might be asked to join. */
  readonly candidates: ReadonlyArray<{
    /** Full ref of the person. */
    readonly userRef?: string;
    /** As the source names them, where the catalog knows nobody. */
    readonly name: string;
    /** Whether they are outside the owning group. */
    readonly isOutside?: boolean;
    /** Why they might be asked to join. */
    readonly sources: readonly CandidateSource[];
  }>;
  /** Ownership files of the repository. */
  readonly ownership: {
    /** Addresses of the files that were read. */
    readonly urls: readonly string[];
    /** Lines that are not understood. */
    readonly problems: ReadonlyArray<{
      /** Where people read it. */
      readonly url: string;
      /** Counted from 1. */
      readonly line: number;
      /** The line that is not understood. */
      readonly text: string;
      /** What is wrong with it. */
      readonly reason: string;
    }>;
    /** Why it could not be read last time. */
    readonly error?: string;
  };
  /** What is known of past reviews. */
  readonly history: {
    /** What reads the review history; absent when nothing can. */
    readonly source?: string;
    /** Where the code lives. */
    readonly repositoryUrl?: string;
    /** How many changes are known. */
    readonly changes: number;
    /** When the history was last read, in ISO 8601. */
    readonly syncedAt?: string;
    /** Why it could not be read last time. */
    readonly error?: string;
  };
}

const suggestionReasonSchema: z.ZodType<SuggestionReason> =
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['reviewed', 'authored']),
      count: z.number().int(),
      path: z
        .string()
        .describe('A file, a directory, or empty for everything.'),
      lastAt: timestamp.optional(),
    }),
    z.object({ kind: z.literal('reviewedAuthor'), count: z.number().int() }),
    z.object({ kind: z.literal('owns'), files: z.number().int() }),
    z.object({ kind: z.literal('onRoster') }),
  ]);

/**
 * What speaks for a suggested person.
 *
 * @public
 */
export type SuggestionReason =
  | {
      /** What speaks for the person. */
      readonly kind: 'reviewed' | 'authored';
      /** How many changes. */
      readonly count: number;
      /** A file, a directory, or empty for everything. */
      readonly path: string;
      /** When the last one was, in ISO 8601. */
      readonly lastAt?: string;
    }
  | {
      /** What speaks for the person. */
      readonly kind: 'reviewedAuthor';
      /** How many changes. */
      readonly count: number;
    }
  | {
      /** What speaks for the person. */
      readonly kind: 'owns';
      /** How many of the changed files. */
      readonly files: number;
    }
  | {
      /** What speaks for the person. */
      readonly kind: 'onRoster';
    };

const suggestionSchema: z.ZodType<Suggestion> = z.object({
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

/**
 * Somebody who should review a change.
 *
 * @public
 */
export interface Suggestion {
  /** Full ref of the person. */
  readonly userRef: string;
  /** Whether they are outside the owning group. */
  readonly isOutside: boolean;
  /** What they do on the roster. */
  readonly role: RosterRole;
  /** The weightiest first. */
  readonly reasons: readonly SuggestionReason[];
  /** How many reviews they have accepted and not done. */
  readonly openReviews: number;
  /** How many they take at a time. */
  readonly maxOpenReviews: number;
  /** Of today’s work, shared with the reader. */
  readonly overlapHours?: number;
}

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
] as const satisfies readonly LeftOutReason[];

/**
 * Why somebody who knows the paths is not suggested.
 *
 * @public
 */
export type LeftOutReason =
  | 'author'
  | 'away'
  | 'off-rotation'
  | 'at-capacity'
  | 'declined'
  | 'unknown'
  | 'shadow'
  | 'not-on-roster'
  | 'other-paths';

export const suggestionsSchema: z.ZodType<Suggestions> = z
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
export interface Suggestions {
  /** At most three people, the best first. */
  readonly suggestions: readonly Suggestion[];
  /** People who know the paths and can’t review now. */
  readonly leftOut: ReadonlyArray<{
    /** Full ref of the person. */
    readonly userRef?: string;
    /** As the source names them. */
    readonly name: string;
    /** Why they are not suggested. */
    readonly reason: LeftOutReason;
    /** Last day away, as a date, when away now. */
    readonly awayUntil?: string;
  }>;
  /** The paths that were looked at. */
  readonly paths: readonly string[];
  /** User ref of the author, if known. */
  readonly author?: string;
  /** Address of the pull or merge request. */
  readonly changeUrl?: string;
}

/** @public */
export const reviewRequestStatuses = [
  'pending',
  'accepted',
  'completed',
  'withdrawn',
  'exhausted',
] as const satisfies readonly ReviewRequestStatus[];

/**
 * Where a request for a review stands.
 *
 * @public
 */
export type ReviewRequestStatus =
  | 'pending'
  | 'accepted'
  | 'completed'
  | 'withdrawn'
  | 'exhausted';

export const reviewRequestSchema: z.ZodType<ReviewRequest> = z
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
export interface ReviewRequest {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** User ref of who asks. */
  readonly requestedBy: string;
  /** When they asked, in ISO 8601. */
  readonly requestedAt: string;
  /** Paths that the change touches. */
  readonly paths: readonly string[];
  /** Address of the pull or merge request. */
  readonly changeUrl?: string;
  /** What they wrote to the reviewer. */
  readonly note?: string;
  /** Where it stands. */
  readonly status: ReviewRequestStatus;
  /** Who is asked, or has accepted; nobody once exhausted. */
  readonly reviewer?: string;
  /** When the next person is asked, in ISO 8601. */
  readonly answerDueAt?: string;
  /** Whom it was with, in turn. */
  readonly asked: ReadonlyArray<{
    /** User ref of who was asked. */
    readonly reviewer: string;
    /** When, in ISO 8601. */
    readonly at: string;
    /** What came of it. */
    readonly outcome: 'pending' | 'accepted' | 'declined' | 'unanswered';
    /** When they answered, in ISO 8601. */
    readonly answeredAt?: string;
  }>;
}

const waitSummarySchema = z.object({
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

export const reviewTimesSchema: z.ZodType<ReviewTimes> = z
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
export interface ReviewTimes {
  /** How soon the team answers a change. */
  readonly promise: {
    /** ISO 8601, in business hours. */
    readonly duration: string;
    /** The same in business hours. */
    readonly hours: number;
    /** Whether the team has promised nothing itself. */
    readonly isDefault: boolean;
  };
  /** How many days back changes are counted. */
  readonly windowDays: number;
  /** From ready for review to the first review by somebody else. */
  readonly waiting: WaitSummary;
  /** From asking a person to that person’s review. */
  readonly response: WaitSummary;
  /** Waiting by the month of its start, the oldest first. */
  readonly months: ReadonlyArray<
    WaitSummary & {
      /** As `2026-03`, in UTC. */
      readonly month: string;
    }
  >;
  /** Changes that wait for longer than promised. */
  readonly overdue: ReadonlyArray<{
    /** Id of the change at its forge. */
    readonly changeId: string;
    /** Title of the change. */
    readonly title?: string;
    /** Where people read it. */
    readonly url?: string;
    /** Since when it waits, in ISO 8601. */
    readonly since: string;
    /** For how many business hours it waits. */
    readonly waitingHours: number;
    /** User ref of the person who was asked; told to the team, to the author, and to that person. */
    readonly turnOf?: string;
    /** Whether anybody was asked whom the catalog knows. */
    readonly isAsked?: boolean;
    /** When somebody was last reminded, in ISO 8601. */
    readonly nudgedAt?: string;
  }>;
  /** What reads the history. */
  readonly source?: string;
  /** When the history was last read, in ISO 8601. */
  readonly syncedAt?: string;
}

export const myReviewsSchema: z.ZodType<MyReviews> = z
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
export interface MyReviews {
  /** Full ref of the person. */
  readonly userRef: string;
  /** When they can review. */
  readonly availability: Availability;
  /** Nothing was saved yet. */
  readonly isDefault: boolean;
  /** Requests that are with them. */
  readonly asked: readonly ReviewRequest[];
  /** Requests that they made. */
  readonly requested: readonly ReviewRequest[];
  /** Services that they review for, or may. */
  readonly roster: ReadonlyArray<{
    /** Full ref of the service, in lower case. */
    readonly entityRef: string;
    /** Where it stands. */
    readonly status: RosterStatus;
    /** Terms that both sides agreed to. */
    readonly agreed?: RosterTerms;
    /** Terms that wait for the other side. */
    readonly proposed?: RosterTerms & {
      /** Which side put them forward. */
      readonly by: 'person' | 'owners';
    };
  }>;
}

export const reviewerListItemSchema: z.ZodType<ReviewerListItem> = z
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
export interface ReviewerListItem {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call it. */
  readonly title: string;
  /** Full ref of the person. */
  readonly userRef: string;
  /** What they do on the roster. */
  readonly role: RosterRole;
  /** Paths or patterns in the repository; empty means all of it. */
  readonly paths: readonly string[];
  /** How many reviews they have accepted and not done. */
  readonly openReviews: number;
  /** How many they take at a time. */
  readonly maxOpenReviews: number;
  /** Whether they take requests at present. */
  readonly onRotation: boolean;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone?: string;
  /** Last day away, as a date, when away now. */
  readonly awayUntil?: string;
}

import { z } from 'zod';
import { ReviewRequest, reviewRequestSchema } from './reviewRequests';
import { RosterRole, rosterRoles } from './rosterTerms';

const timestamp = z.iso.datetime();
const hours = z.number().min(0);

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
    asked: z
      .array(reviewRequestSchema)
      .describe('Open requests of the reader about this change.'),
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
  /** Open requests of the reader about this change. */
  readonly asked: readonly ReviewRequest[];
}

import { z } from 'zod';
import {
  RosterStatus,
  rosterStatuses,
  RosterTerms,
  rosterTermsSchema,
} from './rosterTerms';
import { timeZoneSchema } from './availability';

const timestamp = z.iso.datetime();

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

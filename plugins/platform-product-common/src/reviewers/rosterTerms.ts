import { z } from 'zod';
import { plainText } from '../api/parameters';

/**
 * What reviewers may do, from least to most: a shadow learns by reading along, a
 * reviewer's word counts, an approver's lets a change in.
 *
 * @public
 */
export const rosterRoles = [
  'shadow',
  'reviewer',
  'approver',
] as const satisfies readonly RosterRole[];

/**
 * What somebody on a roster may do.
 *
 * @public
 */
export type RosterRole = 'shadow' | 'reviewer' | 'approver';

/** In CODEOWNERS, a blank ends a pattern unless a backslash escapes it. */
const pathPattern = /^(?:\\[^\p{Cf}\s]|\\ |\\$|[^\\\p{Cf}\s])+$/u;

export const rosterTermsSchema = z.strictObject({
  role: z.enum(rosterRoles),
  paths: z
    .array(
      plainText({ max: 500 })
        .regex(pathPattern, {
          message:
            'must not contain invisible characters, and blanks only behind a backslash, as in docs/My\\ Notes/',
        })
        .refine(path => !path.split('/').includes('..'), {
          message: 'must not contain ".."',
        }),
    )
    .max(50)
    .describe('Patterns as in CODEOWNERS; none stands for everything.'),
  endsOn: z.iso.date().optional().describe('The last day, included.'),
});

/**
 * What a person and the owners of a service agree on.
 *
 * @public
 */
export interface RosterTerms {
  /** What they do on the roster. */
  readonly role: RosterRole;
  /** Patterns as in CODEOWNERS; none stands for everything. */
  readonly paths: readonly string[];
  /** The last day, included. */
  readonly endsOn?: string;
}

/**
 * Who speaks: the person that is to review, or the owners of the service.
 *
 * @public
 */
export type RosterSide = 'person' | 'owners';

/**
 * How far a person and the owners have come.
 *
 * @public
 */
export interface RosterAgreement {
  /** What both have agreed on. */
  readonly agreed?: RosterTerms;
  /** What one has put forward, and the other has yet to answer. */
  readonly proposed?: { readonly by: RosterSide; readonly terms: RosterTerms };
}

const isSame = (a: RosterTerms, b: RosterTerms) =>
  a.role === b.role &&
  a.endsOn === b.endsOn &&
  a.paths.every(path => b.paths.includes(path)) &&
  b.paths.every(path => a.paths.includes(path));

/** Whether terms ask for no more than others do. */
function isWithin(terms: RosterTerms, wider: RosterTerms): boolean {
  return (
    rosterRoles.indexOf(terms.role) <= rosterRoles.indexOf(wider.role) &&
    (!wider.paths.length ||
      (terms.paths.length > 0 &&
        terms.paths.every(path => wider.paths.includes(path)))) &&
    (!wider.endsOn ||
      (terms.endsOn !== undefined && terms.endsOn <= wider.endsOn))
  );
}

/**
 * Puts terms forward for one side. They hold once the other side has put forward
 * the very same; terms that ask for less than what is agreed hold at once, for
 * either side may leave altogether.
 *
 * @public
 */
export function putForward(
  agreement: RosterAgreement,
  by: RosterSide,
  terms: RosterTerms,
): RosterAgreement {
  const { agreed, proposed } = agreement;
  const isAnswer =
    proposed && proposed.by !== by && isSame(proposed.terms, terms);
  if (isAnswer || (agreed && isWithin(terms, agreed))) return { agreed: terms };
  return { agreed, proposed: { by, terms } };
}

/** @public */
export const rosterStatuses = [
  'invited',
  'offered',
  'active',
  'emeritus',
  'gone',
] as const satisfies readonly RosterStatus[];

/**
 * Where a person stands: invited by the owners, offered by themselves, active,
 * emeritus after they were active, or gone before they were.
 *
 * @public
 */
export type RosterStatus =
  | 'invited'
  | 'offered'
  | 'active'
  | 'emeritus'
  | 'gone';

/**
 * Where a person stands on a day.
 *
 * @public
 */
export function rosterStatus(
  entry: RosterAgreement & {
    readonly leftAt?: string;
    /** Since when they are emeritus from an earlier time on the roster. */
    readonly emeritusSince?: string;
  },
  today: string,
): RosterStatus {
  const { agreed, proposed, leftAt, emeritusSince } = entry;
  const past = agreed || emeritusSince ? 'emeritus' : 'gone';
  if (leftAt) return past;
  if (agreed && (!agreed.endsOn || agreed.endsOn >= today)) return 'active';
  if (proposed) return proposed.by === 'owners' ? 'invited' : 'offered';
  return past;
}

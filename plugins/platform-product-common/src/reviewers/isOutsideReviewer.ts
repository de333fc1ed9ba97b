import { RosterEntry } from './roster';
import { RosterTerms } from './rosterTerms';

/**
 * Whether somebody counts as a reviewer from outside the team: whoever counts them,
 * for a page or for a criterion, asks here.
 */
export function isOutsideReviewer(
  entry: Pick<RosterEntry, 'status' | 'isKnown' | 'isOutside'> & {
    readonly agreed?: Pick<RosterTerms, 'role'>;
  },
): boolean {
  return (
    entry.status === 'active' &&
    entry.isKnown &&
    entry.isOutside &&
    entry.agreed?.role !== 'shadow'
  );
}

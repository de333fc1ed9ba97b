import { ReviewerCandidate } from '@platform-product/backstage-plugin-common/rules';
import { PublicAvailability } from '../availability/AvailabilityService';
import { StoredRosterEntry } from '../roster/RosterStore';
import { coversSome } from './coversSome';

/** What keeps somebody on the roster from reviewing a change, if anything. */
export function gateOf(
  { userRef, agreed }: StoredRosterEntry,
  at: {
    readonly paths: readonly string[];
    readonly author?: string;
    readonly declined?: readonly string[];
    readonly availability: PublicAvailability | undefined;
    readonly openReviews: number;
    /** Whether the catalog has the person. */
    readonly isKnown: boolean;
  },
): ReviewerCandidate['gate'] {
  if (userRef === at.author) return 'author';
  if (!at.isKnown) return 'unknown';
  if (at.declined?.includes(userRef)) return 'declined';
  if (agreed?.role === 'shadow') return 'shadow';
  if (!coversSome(agreed?.paths ?? [], at.paths)) return 'other-paths';
  if (at.availability?.awayUntil) return 'away';
  if (at.availability && !at.availability.onRotation) return 'off-rotation';
  if (at.availability && at.openReviews >= at.availability.maxOpenReviews) {
    return 'at-capacity';
  }
  return undefined;
}

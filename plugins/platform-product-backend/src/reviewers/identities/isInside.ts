import { KnownPerson } from './IdentityService';

/**
 * Whether a person belongs to a team: they are one of the given refs, or inside one
 * of them, however deep. The one answer to who is from outside.
 */
export function isInside(
  person: KnownPerson | undefined,
  userRef: string,
  team: readonly string[],
): boolean {
  return [userRef, ...(person?.within ?? [])].some(ref => team.includes(ref));
}

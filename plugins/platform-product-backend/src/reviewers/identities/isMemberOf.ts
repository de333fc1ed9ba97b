import { KnownPerson } from './IdentityService';

/** Whether a person is one of the owners, or a direct member of one. */
export function isMemberOf(
  person: KnownPerson | undefined,
  userRef: string,
  owners: readonly string[],
): boolean {
  return [userRef, ...(person?.groups ?? [])].some(ref => owners.includes(ref));
}

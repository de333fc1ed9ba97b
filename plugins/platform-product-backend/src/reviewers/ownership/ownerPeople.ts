import {
  OwnerName,
  Ownership,
  rulesBelow,
} from '@platform-product/backstage-plugin-common/rules';
import { IdentityService } from '../identities/IdentityService';
import { personKey } from '../identities/personKey';

/** Where a name stands in an ownership file. */
export interface OwnerPlace extends OwnerName {
  readonly file: string;
  readonly line: number;
  readonly pattern: string;
}

const isPart = (path: string, of: string) =>
  path === '' || of === path || of.startsWith(`${path}/`);

/**
 * Every owner of something in a directory, at the first place that names them; the
 * root has everything in it.
 */
export function ownerPlaces(
  ownership: Ownership,
  within: string = '',
): OwnerPlace[] {
  const places = new Map<string, OwnerPlace>();
  const add = (place: OwnerPlace) => {
    const key = `${place.kind}:${place.name.toLocaleLowerCase('en-US')}`;
    if (!places.has(key)) places.set(key, place);
  };
  if (ownership.dialect === 'owners') {
    const above = ownership.directories
      .filter(
        ({ directory, noParentOwners }) =>
          noParentOwners && isPart(directory, within),
      )
      .map(({ directory }) => directory.length);
    const deepest = Math.max(0, ...above);
    const about = ownership.directories.filter(
      ({ directory }) =>
        isPart(within, directory) ||
        (isPart(directory, within) && directory.length >= deepest),
    );
    for (const { file, directory, entries } of about) {
      for (const { approvers, reviewers, requiredReviewers } of entries) {
        for (const member of [approvers, reviewers, requiredReviewers].flat()) {
          const { name, kind, line } = member;
          add({ name, kind, line, file, pattern: `${directory}/` });
        }
      }
    }
  } else {
    for (const { owners, line, pattern } of rulesBelow(ownership, within)) {
      for (const { name, kind } of owners) {
        add({ name, kind, line, pattern, file: ownership.file ?? '' });
      }
    }
  }
  return [...places.values()];
}

const nameKey = ({ kind, name }: OwnerName) => `${kind}:${name}`;

/**
 * The Users of the catalog behind declared owners, by kind and name. A group
 * stands for all of its members; unknown names are left out. On GitLab, what looks like
 * a person may be a group at the top: both have their names from one space.
 */
export async function findOwnerPeople(
  owners: readonly OwnerName[],
  host: string,
  identities: IdentityService,
): Promise<(owner: OwnerName) => readonly string[]> {
  const toKey = ({ kind, name }: OwnerName) =>
    kind === 'email'
      ? personKey({ email: name })
      : personKey({ host, login: name });
  const individuals = owners.filter(
    ({ kind }) => kind !== 'role' && kind !== 'team',
  );
  const teams = owners.filter(({ kind }) => kind === 'team');
  const people = await identities.findPeople(individuals.map(toKey));
  const unknown = individuals.filter(
    owner => owner.kind !== 'email' && !people.has(toKey(owner)),
  );
  const groups = [...teams, ...unknown];
  const members = await identities.findTeams(
    host,
    groups.map(({ name }) => name),
  );
  const found = new Map<string, readonly string[]>();
  for (const owner of individuals) {
    const person = people.get(toKey(owner));
    if (person) found.set(nameKey(owner), [person.userRef]);
  }
  for (const owner of groups) {
    found.set(nameKey(owner), members.get(owner.name) ?? []);
  }
  return owner => found.get(nameKey(owner)) ?? [];
}

import { compileCodeowners } from './codeownersOf';
import { compileOwnersFiles } from './ownersFilesOf';
import { DeclaredOwner, OwnerName, Ownership } from './ownership';

/** Compiling costs more than asking, and ownership is asked of many paths. */
const compiled = new WeakMap<Ownership, (path: string) => DeclaredOwner[]>();

/**
 * The declared owners of a path from the root of the repository. Empty both
 * where nothing matches and where the rule that matches takes ownership away.
 *
 * @public
 */
export function ownersOfPath(
  ownership: Ownership,
  path: string,
): readonly DeclaredOwner[] {
  const known = compiled.get(ownership);
  if (known) return known(path);
  const answer =
    ownership.dialect === 'owners'
      ? compileOwnersFiles(ownership)
      : compileCodeowners(ownership);
  compiled.set(ownership, answer);
  return answer(path);
}

/**
 * Everybody who owns something, each once, in the order of the files. Case
 * makes no difference, as it makes none in a login.
 */
export function allOwners(ownership: Ownership): readonly OwnerName[] {
  const owners = new Map<string, OwnerName>();
  const add = ({ name, kind }: OwnerName) => {
    const id = `${kind}:${name.toLocaleLowerCase('en-US')}`;
    if (!owners.has(id)) owners.set(id, { name, kind });
  };
  if (ownership.dialect === 'owners') {
    for (const { entries } of ownership.directories) {
      for (const { approvers, reviewers, requiredReviewers } of entries) {
        [approvers, reviewers, requiredReviewers].flat().forEach(add);
      }
    }
  } else {
    for (const { rules } of ownership.sections) {
      for (const rule of rules) rule.owners.forEach(add);
    }
  }
  return [...owners.values()];
}

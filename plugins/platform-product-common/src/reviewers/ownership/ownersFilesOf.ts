import { segmentsOf } from './globPath';
import {
  DeclaredOwner,
  OwnersDirectory,
  OwnersEntry,
  OwnersMember,
  OwnersOwnership,
} from './ownership';
import { compileOwnersFilter } from './ownersFilter';

interface CompiledEntry {
  readonly entry: OwnersEntry;
  readonly matches: (path: string) => boolean;
}

const groups = [
  { key: 'approvers', role: 'approver', required: false },
  { key: 'requiredReviewers', role: 'reviewer', required: true },
  { key: 'reviewers', role: 'reviewer', required: false },
] as const;

function compileEntry(entry: OwnersEntry): CompiledEntry {
  if (entry.filter === undefined) return { entry, matches: () => true };
  const compiled = compileOwnersFilter(entry.filter);
  return {
    entry,
    matches: 'matches' in compiled ? compiled.matches : () => false,
  };
}

/**
 * Prepares OWNERS files to be asked about many paths. The nearest come first.
 * Owners of the directories above are owners too, until a directory with
 * `no_parent_owners` by which there is at least one.
 */
export function compileOwnersFiles({
  directories,
}: OwnersOwnership): (path: string) => DeclaredOwner[] {
  const byDirectory = new Map(
    directories.map(directory => [
      directory.directory,
      { directory, entries: directory.entries.map(compileEntry) },
    ]),
  );
  return path => {
    const segments = segmentsOf(path);
    // Upwards from the path, with what each directory has to say of it.
    const layers = [...segments.keys(), segments.length]
      .reverse()
      .flatMap(depth => {
        const found = byDirectory.get(segments.slice(0, depth).join('/'));
        if (!found) return [];
        const relative = segments.slice(depth).join('/') || '.';
        const entries = found.entries.filter(e => e.matches(relative));
        return [{ directory: found.directory, entries }];
      });
    return groups.flatMap(({ key, role, required }) => {
      const owners = new Map<string, DeclaredOwner>();
      for (const { directory, entries } of layers) {
        for (const { entry } of entries) {
          for (const member of entry[key]) {
            const id = member.name.toLocaleLowerCase('en-US');
            if (!owners.has(id)) {
              owners.set(id, ownerOf(member, role, required, directory, entry));
            }
          }
        }
        if (directory.noParentOwners && owners.size > 0) break;
      }
      return [...owners.values()];
    });
  };
}

function ownerOf(
  { name, kind, line, alias }: OwnersMember,
  role: DeclaredOwner['role'],
  required: boolean,
  { file, directory }: OwnersDirectory,
  { filter }: OwnersEntry,
): DeclaredOwner {
  return {
    name,
    kind,
    role,
    ...(required && { required }),
    ...(alias !== undefined && { alias }),
    place: { file, line, pattern: filter ?? `${directory}/` },
  };
}

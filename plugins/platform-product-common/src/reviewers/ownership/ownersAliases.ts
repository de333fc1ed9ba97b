import { OwnerName, OwnershipFile, OwnersMember } from './ownership';
import { NamedLine, readOwnersYaml } from './ownersYaml';
import { ProblemLog } from './problemLog';

/** The members of each alias, by its name in lower case. */
export type Aliases = ReadonlyMap<string, readonly NamedLine[]>;

const normalized = (login: string) =>
  login.replace(/^@/, '').toLocaleLowerCase('en-US');

function ownerNameOf(text: string): OwnerName {
  const name = text.replace(/^@/, '');
  if (name.includes('@')) return { name, kind: 'email' };
  return { name, kind: name.includes('/') ? 'team' : 'user' };
}

/**
 * Reads an OWNERS_ALIASES file. An alias without members stands for nobody
 * else, so that its name is a login, as it is to prow (`ExpandAliases`).
 */
export function readAliases(file: OwnershipFile, log: ProblemLog): Aliases {
  const yaml = readOwnersYaml(file, log);
  const aliases = yaml
    ?.maps('aliases')
    .map(
      ({ text, yaml: members }) =>
        [
          normalized(text),
          yaml.asList(members, `The alias '${text}'`),
        ] as const,
    );
  return new Map(aliases?.filter(([, members]) => members.length > 0));
}

/** Far more than any file has; aliases in every filter could make millions. */
const mostMembers = 20_000;

export type ExpandNames = (names: readonly NamedLine[]) => OwnersMember[];

/**
 * Puts members in place of aliases, in the lists of one file. Once only: the
 * members of an alias are people, not aliases.
 */
export function expandAliases(aliases: Aliases, log: ProblemLog): ExpandNames {
  let membersLeft = mostMembers;
  return names => {
    const distinct = new Map(names.map(name => [normalized(name.text), name]));
    return [...distinct].flatMap(([key, { text, line }]): OwnersMember[] => {
      const members = aliases.get(key);
      membersLeft -= members?.length ?? 1;
      if (membersLeft < 0) {
        log.report(line, text, 'The file names more people than are read');
        return [];
      }
      if (!members) return [{ ...ownerNameOf(text), line }];
      const alias = text.replace(/^@/, '');
      return members.map(member => ({
        ...ownerNameOf(member.text),
        line,
        alias,
      }));
    });
  };
}

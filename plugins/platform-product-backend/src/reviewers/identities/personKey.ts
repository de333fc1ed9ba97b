import { SourcePerson } from '@platform-product/backstage-plugin-node';

const longestPart = 190;

/** In lower case, and as a database keeps it. */
const lower = (text: string) =>
  text
    .trim()
    .slice(0, longestPart)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, '?')
    .toLocaleLowerCase('en-US');

/**
 * One text for a person as a source knows them: `github.com/octocat` or
 * `mailto:ana@example.com`, in lower case.
 */
export function personKey(person: SourcePerson): string {
  return 'email' in person
    ? `mailto:${lower(person.email)}`
    : `${lower(person.host)}/${lower(person.login)}`;
}

/** The person that a key stands for. */
export function readPersonKey(key: string): SourcePerson {
  if (key.startsWith('mailto:')) return { email: key.slice('mailto:'.length) };
  const slash = key.indexOf('/');
  return { host: key.slice(0, slash), login: key.slice(slash + 1) };
}

/** The person as the source names them. */
export function personName(key: string): string {
  const person = readPersonKey(key);
  return 'email' in person ? person.email : `@${person.login}`;
}

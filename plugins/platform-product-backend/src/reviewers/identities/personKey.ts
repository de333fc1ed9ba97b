import { SourcePerson } from '@platform-product/backstage-plugin-node';
import { noreplyLogin } from './noreplyLogin';

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
 * One text for a person as a source knows them: `github.com/octocat`, also where an
 * address of the forge stands for the account, or `mailto:ana@example.com`, in lower case.
 */
export function personKey(person: SourcePerson): string {
  const account = 'email' in person ? noreplyLogin(person.email) : person;
  if (account) return `${lower(account.host)}/${lower(account.login)}`;
  return 'email' in person ? `mailto:${lower(person.email)}` : '';
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

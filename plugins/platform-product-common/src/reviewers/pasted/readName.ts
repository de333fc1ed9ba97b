import { PastedName } from './PastedName';
import { unquoteName } from './unquoteName';

/** Whether a name is in double quotes, as Git quotes it. */
export const isQuoted = (text: string) => /^"(?:[^"\\]|\\.)*"$/.test(text);

/** Whether its beginning was cut to fit the screen. */
export const isShortened = (text: string) => /^(?:\.{3}|…)/.test(text);

/** What a request for reviewers may not name. */
// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function inRepository(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/^\/+/, '');
}

/** A path that starts elsewhere than in the repository that nobody named. */
const isFromElsewhere = (path: string) =>
  /^(?:\.\.(?:\/|$)|[A-Za-z]:\/|~\/)/.test(path);

/**
 * Reads one name. Git quotes whatever has a backslash, so that one outside of
 * quotes divides folders, as Subversion and people write it on Windows.
 */
export function readName(raw: string): PastedName {
  const text = raw.trim();
  if (isShortened(text)) return { text, reason: 'shortened' };
  const given = isQuoted(text) ? unquoteName(text) : text.replace(/\\/g, '/');
  if (given === undefined) return { text, reason: 'encoding' };
  if (isFromElsewhere(given)) return { text, reason: 'relative' };
  const path = inRepository(given);
  if (!path || path === '.' || controlCharacter.test(path)) {
    return { text, reason: 'unknown' };
  }
  return { text, path };
}

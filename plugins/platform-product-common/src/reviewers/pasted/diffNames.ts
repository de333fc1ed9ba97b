import { PastedName } from './PastedName';
import { readName } from './readName';
import { unquoteName } from './unquoteName';

/** What Git and Mercurial put before a name, also with `diff.mnemonicPrefix`. */
const knownPrefix = /^[abciow12]\//;

/** The most that the prefixes of both sides differ in length. */
const mostDifference = 40;

/** Names in headers that were unquoted by then. */
function plainName(path: string): PastedName {
  const { reason } = readName(path.replace(/\\/g, '/'));
  return reason === 'unknown' || reason === 'relative'
    ? { text: path, reason }
    : { text: path, path: path.replace(/^(?:\.\/)+/, '') };
}

/** The name that both sides have behind prefixes of their own, if there is one. */
function sharedName(left: string, right: string): string | undefined {
  if (left === right) return left;
  if (knownPrefix.test(left) && knownPrefix.test(right)) {
    const name = left.slice(2);
    return name === right.slice(2) ? name : undefined;
  }
  let length = 0;
  while (
    length < Math.min(left.length, right.length) &&
    left[left.length - 1 - length] === right[right.length - 1 - length]
  ) {
    length++;
  }
  const slash = left.indexOf('/', left.length - length);
  return slash < 0 ? undefined : left.slice(slash + 1) || undefined;
}

/** The two sides of `diff --git a/x b/x`, of which either may have blanks. */
function sidesOf(header: string): readonly [string, string] | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*") (.+)$/.exec(header);
  if (quoted) return [quoted[1], quoted[2]];
  const end = header.indexOf(' "');
  if (end > 0) return [header.slice(0, end), header.slice(end + 1)];
  const middle = Math.floor(header.length / 2);
  let fallback: readonly [string, string] | undefined;
  for (let far = 0; far <= mostDifference; far++) {
    for (const at of new Set([middle - far, middle + far])) {
      if (header[at] === ' ') {
        const sides = [header.slice(0, at), header.slice(at + 1)] as const;
        if (sharedName(...sides)) return sides;
        if (knownPrefix.test(sides[1])) fallback ??= sides;
      }
    }
  }
  const words = header.split(' ');
  return words.length === 2 ? [words[0], words[1]] : fallback;
}

/** A side of a header without quotes; undefined where its bytes are no text. */
function unquoted(side: string): string | undefined {
  return side.startsWith('"') ? unquoteName(side) : side.replace(/\\/g, '/');
}

/** The names that two sides of a header give: one, or two that differ. */
export function namesOfSides(options: {
  readonly left: string;
  readonly right: string;
  /** Whether the text shows elsewhere that names have no prefix. */
  readonly hasNoPrefix: boolean;
}): readonly PastedName[] {
  const given = [options.left, options.right];
  const sides = given.map(unquoted).filter(side => side !== '/dev/null');
  const unread = given.filter(side => unquoted(side) === undefined);
  if (unread.length) return [{ text: unread[0], reason: 'encoding' }];
  const [left, right] = sides as string[];
  if (left === undefined) return [];
  if (right !== undefined) {
    const shared = sharedName(left, right);
    if (shared) return [plainName(shared)];
    // What `patch` keeps beside the file that it changes.
    if (
      /^(?:\.orig|~)$/.test(left.slice(right.length)) &&
      left.startsWith(right)
    ) {
      return [plainName(right)];
    }
  }
  return (sides as string[]).map(side =>
    plainName(options.hasNoPrefix ? side : side.replace(knownPrefix, '')),
  );
}

/** The names in what follows `diff --git`. */
export function namesOfGitHeader(header: string): readonly PastedName[] {
  const sides = sidesOf(header);
  return sides
    ? namesOfSides({ left: sides[0], right: sides[1], hasNoPrefix: false })
    : [{ text: header, reason: 'unknown' }];
}

/** The side that a line such as `--- a/x<tab>date` names. */
export function sideOf(line: string): string {
  const rest = line.slice(4);
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(rest);
  if (quoted) return quoted[0];
  if (rest.includes('\t')) return rest.slice(0, rest.indexOf('\t'));
  // A terminal gives blanks for the tab that stands before dates and revisions.
  return rest.replace(
    /\s+(?:\d{4}-\d\d-\d\d[ T]\d\d:\d\d|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d|\((?:revision \d+|working copy|nonexistent)\)$).*$/,
    '',
  );
}

/** Whether a text shows that its names have no prefix (`diff.noprefix`). */
export function hasNoPrefix(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    if (!line.startsWith('--- ')) return false;
    const next = lines[at + 1] ?? '';
    return next.startsWith('+++ ') && sideOf(line) === sideOf(next);
  });
}

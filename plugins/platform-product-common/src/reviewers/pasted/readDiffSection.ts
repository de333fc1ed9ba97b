import { namesOfGitHeader, namesOfSides, sideOf } from './diffNames';
import { PastedName, PastedPiece } from './PastedName';
import { readName } from './readName';
import { skipHunk } from './skipHunk';
import {
  isContextPair,
  isLowerHalf,
  isMore,
  isNewChange,
  isNewFile,
  isPair,
  isUnderlined,
  startsSection,
} from './startsSection';

/** What one file's part of a diff has told of its names so far. */
interface Section {
  /** From lines that give a name as it is, without a prefix. */
  readonly exact: PastedName[];
  /** From `diff --git`, or from the two sides of a diff. */
  readonly header: PastedName[];
  hasHunks: boolean;
}

/** Names in lines that stand before the content of a file. */
function readHeader(
  line: string,
  hasNoPrefix: boolean,
):
  | { readonly exact?: PastedName[]; readonly header?: readonly PastedName[] }
  | undefined {
  const exact =
    /^(?:Index: |Property changes on: |diff --(?:cc|combined) |(?:rename|copy) (?:from|to) |diff (?:-r [0-9a-f]{12} )+)(.+)$/.exec(
      line,
    ) ?? /^Submodule (.+?) (?:[0-9a-f]{7,}|contains )/.exec(line);
  if (exact) return { exact: [readName(exact[1])] };
  const git = /^diff --git (.+)$/.exec(line);
  if (git) return { header: namesOfGitHeader(git[1]) };
  const sides =
    /^(?:Binary files|Files) (.+) and (.+) differ$/.exec(line) ??
    /^diff (?:-\S+ )+(\S+) (\S+)$/.exec(line);
  if (!sides) return undefined;
  const [, left, right] = sides;
  return { header: namesOfSides({ left, right, hasNoPrefix }) };
}

const isHeader = (line: string) =>
  !line ||
  /^(?:(?:old|new|deleted file|new file) mode |mode \d|(?:dis)?similarity index |index [0-9a-f]|GIT binary patch|(?:literal|delta) \d+$|[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{5,}$|[=_]{10,}$|RCS file: |retrieving revision |Cannot display: |svn:|(?:Added|Modified|Deleted): )/.test(
    line,
  );

/** Skips content whose end can't be known: what is cut, or no plain diff. */
function skipRest(lines: readonly string[], from: number): number {
  let at = from;
  while (
    at < lines.length &&
    !isNewChange(lines[at]) &&
    !startsSection(lines, at) &&
    !lines[at].startsWith('@@')
  ) {
    at++;
  }
  return at;
}

/** Reads the lines at `at` into the section; undefined where it is over. */
function readOn(options: {
  readonly section: Section;
  readonly lines: readonly string[];
  readonly at: number;
  readonly hasNoPrefix: boolean;
}): number | undefined {
  const { section, lines, at, hasNoPrefix } = options;
  const hunk = skipHunk(lines, at);
  if (hunk) {
    section.hasHunks = true;
    return hunk.isWhole ? hunk.next : skipRest(lines, hunk.next);
  }
  if (isPair(lines, at) || isContextPair(lines, at)) {
    const [left, right] = [lines[at], lines[at + 1]].map(sideOf);
    if (!section.header.length) {
      section.header.push(...namesOfSides({ left, right, hasNoPrefix }));
    }
    return isPair(lines, at) ? at + 2 : skipRest(lines, at + 2);
  }
  if (isLowerHalf(lines, at)) {
    const left = sideOf(lines[at]);
    const names = namesOfSides({ left, right: '/dev/null', hasNoPrefix });
    if (!section.header.length) section.header.push(...names);
    return at + 1;
  }
  if (isUnderlined(lines, at)) {
    const name = lines[at].slice(lines[at].indexOf(' ') + 1);
    section.exact.push(readName(name.replace(/ \(from rev \d+, .+\)$/, '')));
    return at + 2;
  }
  const names = section.hasHunks
    ? undefined
    : readHeader(lines[at], hasNoPrefix);
  if (names) {
    section.exact.push(...(names.exact ?? []));
    if (!section.header.length) section.header.push(...(names.header ?? []));
    return at + 1;
  }
  return isHeader(lines[at]) ? at + 1 : undefined;
}

/**
 * Reads what a diff says of one file, from its first header to the end of its
 * last hunk; undefined where no such part begins. A name that stands alone is
 * taken before one that has to be freed from its prefix.
 */
export function readDiffSection(
  lines: readonly string[],
  options: { readonly at: number; readonly hasNoPrefix: boolean },
): PastedPiece | undefined {
  const { at, hasNoPrefix } = options;
  if (!startsSection(lines, at) && !/^(?:@@+|##) -/.test(lines[at])) {
    return undefined;
  }
  const section: Section = { exact: [], header: [], hasHunks: false };
  let next = at;
  while (next < lines.length) {
    const isOther =
      next > at &&
      startsSection(lines, next) &&
      (section.hasHunks ||
        isUnderlined(lines, next) ||
        (isNewFile(lines[next]) && !isMore(lines, { at, next })));
    const read = isOther
      ? undefined
      : readOn({ section, lines, at: next, hasNoPrefix });
    if (read === undefined) break;
    next = read;
  }
  if (next === at) return undefined;
  return { names: section.exact.length ? section.exact : section.header, next };
}

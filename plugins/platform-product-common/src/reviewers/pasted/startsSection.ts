/** The two sides of a file, one line each. */
export const isPair = (lines: readonly string[], at: number) =>
  lines[at]?.startsWith('--- ') && lines[at + 1]?.startsWith('+++ ');

/** `diff -c` marks the old side with stars, and the new one with dashes. */
export const isContextPair = (lines: readonly string[], at: number) =>
  lines[at]?.startsWith('*** ') &&
  lines[at + 1]?.startsWith('--- ') &&
  /^\*{10,}/.test(lines[at + 2] ?? '');

/** A piece of a diff that starts between its two sides. */
export const isLowerHalf = (lines: readonly string[], at: number) =>
  lines[at]?.startsWith('+++ ') && /^@@/.test(lines[at + 1] ?? '');

/** `svnlook diff` says what became of a file, and underlines it. */
export const isUnderlined = (lines: readonly string[], at: number) =>
  /^(?:Added|Modified|Deleted|Copied): /.test(lines[at]) &&
  /^={10,}$/.test(lines[at + 1] ?? '');

/** What is left of a rename where its first line was not copied. */
const isMove = (lines: readonly string[], at: number) =>
  /^(?:rename|copy) from /.test(lines[at]) &&
  /^(?:rename|copy) to /.test(lines[at + 1] ?? '');

/** Where a line alone begins what is said of a file. */
export const isNewFile = (line: string) =>
  /^(?:diff -|Index: |Property changes on: |Submodule .* (?:[0-9a-f]{7,}|contains )|(?:Binary f|F)iles .+ differ$)/.test(
    line,
  );

/** Where the text goes on to something else, whatever was shown before. */
export const isNewChange = (line: string) =>
  /^(?:commit [0-9a-f]{7,}|From [0-9a-f]{40} )/.test(line);

/** Whether what is said of a file may begin at a line. */
export const startsSection = (lines: readonly string[], at: number) =>
  isNewFile(lines[at]) ||
  isMove(lines, at) ||
  isUnderlined(lines, at) ||
  isPair(lines, at) ||
  isContextPair(lines, at) ||
  isLowerHalf(lines, at);

/** Whether a line that could begin a file says more of the one before it. */
export function isMore(
  lines: readonly string[],
  options: { readonly at: number; readonly next: number },
): boolean {
  const start = lines[options.at];
  const line = lines[options.next];
  if (start.startsWith('Index: ')) return /^(?:diff -|Property )/.test(line);
  return start.startsWith('diff ') && /^(?:Binary f|F)iles /.test(line);
}

/** What each parent and the result still have to show, of `@@@ -1,2 -1,2 +1,3 @@@`. */
function countsOf(header: string): number[] | undefined {
  const ranges = /^(@@+|##) ((?:[-+]\d+(?:,\d+)? )+)\1/.exec(header);
  return ranges?.[2]
    .trim()
    .split(' ')
    .map(range => Number(range.split(',')[1] ?? 1));
}

/** Takes one line of content off the counts; false where it can't be one. */
function take(counts: number[], line: string): boolean {
  const parents = counts.length - 1;
  const marks = line.slice(0, parents).padEnd(parents, ' ');
  if (/[^-+ ]/.test(marks)) return false;
  for (let parent = 0; parent < parents; parent++) {
    if (
      marks[parent] === '-' ||
      (marks[parent] === ' ' && !marks.includes('-'))
    ) {
      counts[parent]--;
    }
  }
  if (!marks.includes('-')) counts[parents]--;
  return true;
}

/**
 * Skips what a hunk shows. Its header says how many lines that are, so that a
 * removed line such as `-- a/x` is not taken for the header of a file.
 * `isWhole` is false where the text ends early, or is no plain diff.
 */
export function skipHunk(
  lines: readonly string[],
  at: number,
): { readonly next: number; readonly isWhole: boolean } | undefined {
  if (!/^(?:@@|##(?= -))/.test(lines[at])) return undefined;
  const counts = countsOf(lines[at]);
  let next = at + 1;
  if (!counts) return { next, isWhole: false };
  while (next < lines.length && counts.some(count => count > 0)) {
    const line = lines[next];
    if (!line.startsWith('\\') && !take(counts, line)) {
      return { next, isWhole: false };
    }
    next++;
  }
  // A patch edited by hand may have more than it says.
  while (/^(?:\\|[-+](?!-- |\+\+ |- ?$))/.test(lines[next] ?? '')) next++;
  return { next, isWhole: counts.every(count => count <= 0) };
}

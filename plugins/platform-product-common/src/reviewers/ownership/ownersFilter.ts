import { RE2JS } from 're2js';

/** Real filters have some hundred instructions. */
const largestFilter = 1_000;
/** Bounds what the filters of one file cost. */
export const filterBudget = 5_000;

export type OwnersFilter =
  | { readonly matches: (path: string) => boolean; readonly size: number }
  | { readonly fault: string; readonly size: number };

/**
 * Compiles a filter of an OWNERS file: a regular expression in Go's syntax,
 * found anywhere in the path from the directory of the file on. RE2's own
 * algorithm runs it, in linear time, for the file is anybody's.
 *
 * Source: `applyConfigToPath` and `entriesForFile` in
 * {@link https://github.com/kubernetes-sigs/prow/blob/main/pkg/repoowners/repoowners.go | prow's repoowners}.
 */
export function compileOwnersFilter(filter: string): OwnersFilter {
  if (filter === '.*') return { matches: () => true, size: 1 };
  if (filter.length > largestFilter) {
    return { fault: 'the filter is too long', size: filter.length };
  }
  try {
    const expression = RE2JS.compile(filter);
    const size = expression.programSize();
    return size > largestFilter
      ? { fault: 'the filter is too complex', size }
      : { matches: path => expression.test(path), size };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: reason.slice(0, 200), size: filter.length };
  }
}

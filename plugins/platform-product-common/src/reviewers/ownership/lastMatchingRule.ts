import { PathMatcher } from './globPath';

/** Below this, trying each rule costs less than an index. */
const fewRules = 16;

/** Names that a path must have one of literally, in either dialect. */
const plainNames = (pattern: string) =>
  pattern.split('/').filter(name => name !== '' && !/[\\*?[\]!#]/.test(name));

/**
 * Prepares patterns to be asked which is the last that matches a path. Each is
 * filed under the rarest name that it has literally, for most rules of a large
 * file then need not be tried; and compiled when first tried.
 */
export function lastMatchingRule(
  patterns: readonly string[],
  compile: (pattern: string) => PathMatcher,
): (segments: readonly string[]) => number | undefined {
  const compiled: PathMatcher[] = [];
  const matches = (index: number, segments: readonly string[]) => {
    compiled[index] ??= compile(patterns[index]);
    return compiled[index](segments);
  };
  if (patterns.length < fewRules) {
    return segments => {
      const last = patterns.findLastIndex((_, at) => matches(at, segments));
      return last < 0 ? undefined : last;
    };
  }

  const frequency = new Map<string, number>();
  const names = patterns.map(plainNames);
  for (const name of names.flat()) {
    frequency.set(name, (frequency.get(name) ?? 0) + 1);
  }
  const byName = new Map<string, number[]>();
  const others: number[] = [];
  patterns.forEach((_, index) => {
    const [first, ...rest] = names[index];
    if (first === undefined) {
      others.push(index);
      return;
    }
    const rarest = rest.reduce(
      (best, name) =>
        frequency.get(name)! < frequency.get(best)! ? name : best,
      first,
    );
    const filed = byName.get(rarest);
    if (filed) filed.push(index);
    else byName.set(rarest, [index]);
  });

  return segments => {
    let last = -1;
    const search = (indices: readonly number[] = []) => {
      for (let at = indices.length - 1; at >= 0; at--) {
        const index = indices[at];
        if (index <= last) return;
        if (matches(index, segments)) last = index;
      }
    };
    new Set(segments).forEach(name => search(byName.get(name)));
    search(others);
    return last < 0 ? undefined : last;
  };
}

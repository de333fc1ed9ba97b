/** Whether one name of a path, the part between two slashes, matches. */
export type SegmentMatcher = (segment: string) => boolean;

type Token =
  | { readonly is: 'literal'; readonly char: string }
  | { readonly is: 'run' }
  | { readonly is: 'one'; readonly accepts: SegmentMatcher };

const run: Token = { is: 'run' };
const anyOne: Token = { is: 'one', accepts: () => true };
const never: SegmentMatcher = () => false;

/**
 * Reads a set such as `[a-z_]` or `[^ab]` from behind its bracket; undefined
 * where it isn't closed.
 */
function readSet(
  chars: readonly string[],
  start: number,
): { token: Token; end: number } | undefined {
  const isNegated = chars[start] === '^' || chars[start] === '!';
  const ranges: Array<readonly [string, string]> = [];
  let at = isNegated ? start + 1 : start;
  const next = () => {
    if (chars[at] === '\\') at++;
    return chars[at++];
  };
  while (at < chars.length && chars[at] !== ']') {
    const from = next();
    const isRange = chars[at] === '-' && chars[at + 1] !== ']';
    if (isRange) at++;
    ranges.push([from, isRange ? next() : from]);
  }
  if (at >= chars.length) return undefined;
  return {
    end: at + 1,
    token: {
      is: 'one',
      accepts: char =>
        ranges.some(([from, to]) => char >= from && char <= to) !== isNegated,
    },
  };
}

function tokensOf(pattern: string, sets: boolean): Token[] | undefined {
  const chars = Array.from(pattern);
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; ) {
    const char = chars[at++];
    if (char === '[' && sets) {
      const set = readSet(chars, at);
      if (!set) return undefined;
      tokens.push(set.token);
      at = set.end;
    } else if (char === '*') {
      if (tokens.at(-1) !== run) tokens.push(run);
    } else if (char === '?') {
      tokens.push(anyOne);
    } else {
      const isEscape = char === '\\' && at < chars.length;
      tokens.push({ is: 'literal', char: isEscape ? chars[at++] : char });
    }
  }
  return tokens;
}

/** Goes back to the last `*` only, so time is at most text times pattern. */
function matchesTokens(tokens: readonly Token[], text: string): boolean {
  const chars = Array.from(text);
  let t = 0;
  let c = 0;
  let lastRun = -1;
  let runEnd = 0;
  while (c < chars.length) {
    const token = tokens[t];
    if (token?.is === 'run') {
      lastRun = t++;
      runEnd = c;
    } else if (
      token?.is === 'literal'
        ? token.char === chars[c]
        : token?.accepts(chars[c])
    ) {
      t++;
      c++;
    } else {
      if (lastRun < 0) return false;
      t = lastRun + 1;
      c = ++runEnd;
    }
  }
  return t === tokens.length || (t === tokens.length - 1 && tokens[t] === run);
}

/**
 * Compiles the pattern for one name, with `*`, `?`, backslash escapes and,
 * where asked for, sets in brackets. There is no regular expression in it, as
 * patterns come from files that anybody may have written.
 */
export function compileSegment(
  pattern: string,
  { sets }: { readonly sets: boolean },
): SegmentMatcher {
  if (!/[\\*?[]/.test(pattern)) return segment => segment === pattern;
  const [prefix, suffix, ...others] = pattern.split('*');
  if (others.length === 0 && !/[\\?[]/.test(pattern)) {
    // One `*` and nothing else special: by far the most usual kind.
    const least = prefix.length + suffix.length;
    return segment =>
      segment.length >= least &&
      segment.startsWith(prefix) &&
      segment.endsWith(suffix);
  }
  const tokens = tokensOf(pattern, sets);
  if (!tokens) return never;
  const least = tokens.filter(({ is }) => is !== 'run').length;
  return segment => segment.length >= least && matchesTokens(tokens, segment);
}

/**
 * The most paths that one question for a reviewer may name.
 *
 * @public
 */
export const mostPaths = 40;

const longestPath = 1000;

/** File headers stand before the first hunk; what follows is content. */
function fromDiff(lines: readonly string[]): string[] {
  let isHeader = true;
  return lines.flatMap(line => {
    if (/^(?:diff --git |--- (?:a\/|\/dev\/null))/.test(line)) isHeader = true;
    else if (line.startsWith('@@')) isHeader = false;
    if (!isHeader) return [];
    // All that is said of an empty or a binary file.
    const same = /^diff --git a\/(.+) b\/\1$/.exec(line);
    if (same) return [same[1]];
    const header = /^(?:---|\+\+\+) (?:[ab]\/)?([^\t]+)/.exec(line);
    if (header) return header[1] === '/dev/null' ? [] : [header[1]];
    const rename = /^rename (?:from|to) (.+)$/.exec(line);
    return rename ? [rename[1]] : [];
  });
}

/** Both names of a rename: `a -> b`, and `src/{a => b}/c` of a summary. */
function namesIn(path: string): string[] {
  const braces = /^([^{}]*)\{([^{}]*) => ([^{}]*)\}([^{}]*)$/.exec(path);
  if (!braces) return path.split(/ [-=]> |\t/).map(name => name.trim());
  const [, before, from, to, after] = braces;
  return [from, to].map(name => `${before}${name}${after}`.replace('//', '/'));
}

/** Lines such as `M  charts/values.yaml` and ` charts/values.yaml | 4 ++--`. */
function fromList(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const path = line
      .trim()
      .replace(/^(?:[AMDRTCU?!]{1,2}\d{0,3})\s+/, '')
      .replace(/\s+\|\s+(?:\d+\s*[+-]*|Bin .*)$/, '')
      .replace(/^["'`]|["'`,;]{1,2}$/g, '')
      .replace(/^\.?\/+/, '');
    if (!path || /^\d+ files? changed/.test(path)) return [];
    return namesIn(path);
  });
}

/**
 * Reads changed paths from what people have at hand: one path a line, the output
 * of `git status --short`, `git diff --stat` or `git diff`. Answers with at most
 * {@link mostPaths} of them, each once, in their order, and how many were left
 * out.
 *
 * @public
 */
export function readChangedPaths(text: string): {
  readonly paths: readonly string[];
  readonly leftOut: number;
} {
  const lines = text.split(/\r?\n/).map(line => line.slice(0, 2 * longestPath));
  const isDiff = lines.some(line =>
    /^(?:diff --git |--- (?:a\/|\/dev\/null)|\+\+\+ (?:b\/|\/dev\/null))/.test(
      line,
    ),
  );
  const found = isDiff ? fromDiff(lines) : fromList(lines);
  const paths = [...new Set(found)].filter(path => path.length <= longestPath);
  return {
    paths: paths.slice(0, mostPaths),
    leftOut: Math.max(0, paths.length - mostPaths),
  };
}

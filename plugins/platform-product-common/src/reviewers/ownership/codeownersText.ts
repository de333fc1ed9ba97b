/** GitHub's limit, and ours for GitLab, which names none. */
const mostBytes = 3 * 1024 * 1024;

/** A rule with a longer pattern is skipped: no path is as long as this. */
export const longestPattern = 4096;

/** Whether a file is too large to be read. */
export function isTooLarge(content: string): boolean {
  return (
    content.length > mostBytes ||
    (content.length * 3 > mostBytes &&
      new TextEncoder().encode(content).length > mostBytes)
  );
}

/**
 * The pattern of a line, up to the first white space that no backslash
 * escapes, and the words behind it.
 */
export function splitCodeownersLine(line: string): {
  readonly pattern: string;
  readonly words: readonly string[];
} {
  const [pattern] = /^(?:\\.|[^\s\\]|\\$)*/s.exec(line) ?? [''];
  const rest = line.slice(pattern.length).trim();
  return { pattern, words: rest === '' ? [] : rest.split(/\s+/) };
}

/** Lines of a file, from the first on, without byte-order mark. */
export function linesOf(content: string): string[] {
  return content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

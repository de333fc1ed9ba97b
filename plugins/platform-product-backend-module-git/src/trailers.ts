/** A trailer of a commit message, with the value on one line. */
export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** What Git writes itself; with one of these, a fourth of trailers is enough. */
const written = ['Signed-off-by: ', '(cherry picked from commit '];

const isComment = (line: string) => line.startsWith('#');
const isBlank = (line: string) => /^[ \t\r]*$/.test(line);
const isFolded = (line: string) => /^[ \t\r]/.test(line);
const trailer = /^([A-Za-z0-9-]+)[ \t]*:/;

/** The first line of the trailers, or the number of lines where there are none. */
function startOfTrailers(lines: readonly string[]): number {
  const none = lines.length;
  let title = 0;
  while (title < none && isBlank(lines[title])) title++;
  while (title < none && (isComment(lines[title]) || !isBlank(lines[title]))) {
    title++;
  }
  let trailers = 0;
  let others = 0;
  let folded = 0;
  let isWritten = false;
  let isEmpty = true;
  for (let index = none - 1; index >= title; index--) {
    const line = lines[index];
    if (isComment(line)) {
      others += folded;
      folded = 0;
    } else if (isBlank(line)) {
      if (isEmpty) continue;
      others += folded;
      const isBlock = isWritten ? trailers * 3 >= others : others === 0;
      return trailers && isBlock ? index + 1 : none;
    } else {
      isEmpty = false;
      if (written.some(prefix => line.startsWith(prefix))) {
        isWritten = true;
        trailers++;
        folded = 0;
      } else if (trailer.test(line)) {
        trailers++;
        folded = 0;
      } else if (isFolded(line)) {
        folded++;
      } else {
        others += 1 + folded;
        folded = 0;
      }
    }
  }
  return none;
}

/**
 * The trailers of a commit message, by the rules of `git interpret-trailers`:
 * they are the last paragraph, unless that is the first as well, and all of its
 * lines are trailers, or a fourth of them where Git wrote one. Lines that begin
 * with a space belong to the one before.
 */
export function parseTrailers(message: string): Trailer[] {
  const lines = message.split('\n');
  const found: Array<{ key: string; parts: string[] }> = [];
  let last: { parts: string[] } | undefined;
  for (const line of lines.slice(startOfTrailers(lines))) {
    if (isFolded(line)) {
      last?.parts.push(line.trim());
      continue;
    }
    const match = line.match(trailer);
    last = undefined;
    if (match) {
      const parts = [line.slice(match[0].length).trim()];
      found.push({ key: match[1], parts });
      last = { parts };
    }
  }
  return found.map(({ key, parts }) => ({
    key,
    value: parts.filter(Boolean).join(' '),
  }));
}

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
/** Some people write `Reviewed by`. */
const trailer = /^([A-Za-z0-9-]+|[A-Za-z]+[ _][Bb][Yy])[ \t]*:/;

/**
 * What people and forges put among trailers: `(Merged from …)`, what a maintainer
 * has changed in brackets, `Fixes #12`, a link, a line between.
 */
const remark =
  /^(?:[([]|(?:clos(?:e[sd]?|ing)|fix(?:e[sd])?|resolve[sd]?|refs?|see|related to|part of):? +[\w./-]*#\d|https?:\/\/\S+[ \t\r]*$|-{3,}[ \t\r]*$)/i;

/** Whether a paragraph is made of trailers, or of what stands among them. */
function isBlock(lines: readonly string[]): boolean {
  let trailers = 0;
  let others = 0;
  let isWritten = false;
  let isOther = true;
  for (const line of lines.filter(text => !isComment(text))) {
    const isGits = written.some(prefix => line.startsWith(prefix));
    isWritten ||= isGits;
    if (isFolded(line)) {
      others += isOther ? 1 : 0;
    } else if (isGits || trailer.test(line)) {
      trailers++;
      isOther = false;
    } else {
      isOther = !remark.test(line);
      others += isOther ? 1 : 0;
    }
  }
  return isWritten ? trailers * 3 >= others : others === 0;
}

function readBlock(lines: readonly string[]): Trailer[] {
  const found: Array<{ key: string; parts: string[] }> = [];
  let last: { parts: string[] } | undefined;
  for (const line of lines) {
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
    key: key.toLowerCase().replace(/[ _]/g, '-'),
    value: parts.filter(Boolean).join(' '),
  }));
}

/** The paragraphs of a message but the first, the last one first. */
function* paragraphsFromEnd(message: string): Generator<readonly string[]> {
  const lines = message.split('\n');
  let title = 0;
  while (title < lines.length && isBlank(lines[title])) title++;
  while (title < lines.length && !isBlank(lines[title])) title++;
  let end = lines.length;
  while (end > title) {
    while (end > title && isBlank(lines[end - 1])) end--;
    let start = end;
    while (start > title && !isBlank(lines[start - 1])) start--;
    if (start < end) yield lines.slice(start, end);
    end = start;
  }
}

/**
 * The trailers of a commit message, by the rules of `git interpret-trailers`:
 * they are the last paragraph, unless that is the first as well, and all of its
 * lines are trailers, or a fourth of them where Git wrote one. Lines that begin
 * with a space belong to the one before.
 *
 * People and forges are less strict than Git. Remarks may stand among trailers,
 * and what is wanted may be followed by paragraphs of other trailers, as `git
 * cherry-pick -x` and GitHub's merges add them. Keys are in lower case, with
 * dashes.
 */
export function parseTrailers(
  message: string,
  isWanted: (key: string) => boolean,
): Trailer[] {
  for (const paragraph of paragraphsFromEnd(message)) {
    if (!isBlock(paragraph)) return [];
    const trailers = readBlock(paragraph);
    if (trailers.some(({ key }) => isWanted(key))) return trailers;
  }
  return [];
}

import { filesInLine, looksLikePath } from './looksLikePath';
import { PastedName } from './PastedName';
import { isQuoted, isShortened, readName } from './readName';
import { renamedNames } from './renamedNames';

/** What surrounds names and is none: headers of logs and mails, sums, prompts. */
const surroundings = [
  /^\s*$/,
  /^\s*\d+ files? changed/,
  /^(?:commit|From) [0-9a-f]{7,64}\b/,
  /^[0-9a-f]{7,40} \S/,
  /^(?:Author|AuthorDate|Commit|CommitDate|Date|Merge|From|To|Cc|Subject|Message-ID|[A-Z][a-z-]+-by): /i,
  /^(?:changeset|user|date|summary|tag|parent|branch|description): /,
  /^(?:-{2,} ?|\.{3}|={3,}|```.*|~~~.*)$/,
  /^#{1,2} (?:branch\.|[^ ]+(?:\.\.\.| |$))/,
  /(?:^|[$#%>❯➜)]\s*)(?:git|hg|svn) [a-z-]/,
  /^\[\S.* [0-9a-f]{7,}\] /,
  /^(?:Updating [0-9a-f]{7,}|Fast-forward|Merge made by|Automatic merge failed)/,
  // What Git says of line ends on Windows, and whatever else it warns of.
  /^(?:warning|hint|error|fatal|remote): |^The file will have its original line end/,
];

/** Whether a line stands around names and needs no mention. */
export const isSurrounding = (line: string) =>
  surroundings.some(pattern => pattern.test(line));

/** A typed name without its bullet, comma and quotes; those of Git stay. */
function bareName(line: string): string {
  const text = line
    .trim()
    .replace(/^[-*•] +/, '')
    .replace(/[,;]$/, '')
    // Editors, searches and forges name a line of the file, too.
    .replace(/(?:(?::\d+){1,2}|#L\d+(?:-L?\d+)?)$/, '');
  return /^(['`]).+\1$/.test(text) ? text.slice(1, -1) : text;
}

/** A name that nothing marks; undefined where it is more likely a sentence. */
export function readBareLine(line: string): readonly PastedName[] | undefined {
  const text = bareName(line);
  if (isQuoted(text) || isShortened(text)) return [readName(text)];
  const hgFiles = /^files: +(\S.*)$/.exec(text);
  const files = hgFiles ? hgFiles[1].split(' ') : filesInLine(text);
  const names = files ?? renamedNames(text);
  if (!names.every(looksLikePath)) return undefined;
  return names.map(name => ({ ...readName(name), isLocal: true }));
}

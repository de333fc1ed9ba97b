import { PastedPiece } from './PastedName';
import { readName } from './readName';
import { renamedNames } from './renamedNames';

const isEntry = (line: string) => /^(?:\t| {8})(?=[^\s])/.test(line);

/** `modified:   name` in any language; Chinese has a colon of its own. */
const label = /^[^:：/\\."]{1,40}[:：]\s+(?=\S)/u;

const englishHeading =
  /^(?:Changes to be committed|Changes not staged for commit|Changed but not updated|Unmerged paths|Untracked files|Ignored files):$/;

/** The lines above a block: a heading, and hints of what to do next in brackets. */
function isBelowHeading(
  lines: readonly string[],
  at: number,
): 'hinted' | 'headed' | undefined {
  let above = at - 1;
  if (lines[above]?.trim() === '') above--;
  const first = above;
  while (/^\s+[(（].*[)）]$/.test(lines[above] ?? '')) above--;
  const heading = lines[above]?.trim() ?? '';
  if (!/[:：]$/.test(heading)) return undefined;
  const hasHint = lines
    .slice(above + 1, first + 1)
    .some(line => /\bgit [a-z]+/.test(line));
  return hasHint || englishHeading.test(heading) ? 'hinted' : 'headed';
}

/**
 * Reads a block of entries of `git status` in any language: their layout is
 * the same in all of them. Undefined where no such block begins.
 */
export function readStatusBlock(
  lines: readonly string[],
  at: number,
): PastedPiece | undefined {
  if (!isEntry(lines[at])) return undefined;
  const heading = isBelowHeading(lines, at);
  let next = at;
  while (next < lines.length && isEntry(lines[next])) next++;
  const entries = lines.slice(at, next).map(line => line.trim());
  const hasLabels = entries.every(entry => label.test(entry));
  if (!heading || (heading === 'headed' && !hasLabels)) return undefined;
  const names = entries.flatMap(entry => {
    const name = hasLabels
      ? // Of a submodule, it says in brackets what is new there.
        entry.replace(label, '').replace(/ \([^()/.]* [^()/.]*\)$/, '')
      : entry;
    return renamedNames(name).map(readName);
  });
  return { names: names.map(name => ({ ...name, isLocal: true })), next };
}

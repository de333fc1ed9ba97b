import { hasNoPrefix } from './diffNames';
import { PastedName } from './PastedName';
import { isSurrounding, readBareLine } from './readBareLine';
import { readDiffSection } from './readDiffSection';
import { readListLine } from './readListLine';
import { readStatusBlock } from './readStatusBlock';

const unknown = (line: string): PastedName => ({
  text: line.trim(),
  reason: 'unknown',
});

/** Lines that no tool has marked: names that were typed, or what is said around. */
interface BareLine {
  readonly line: string;
  /** Which of the paragraphs it stands in. */
  readonly paragraph: number;
  readonly names?: readonly PastedName[];
}

const isCertain = ({ line }: BareLine) => /[./\\]/.test(line);

/** A name that was not typed as part of a sentence, beyond doubt. */
const isPlainPath = ({ line, names }: BareLine) =>
  Boolean(names) && /^\S*[^\s:]\/\S+$/.test(line.trim());

/**
 * What the lines that nothing marks say. Around a diff or `git status` they
 * are prose, but for what is a path beyond doubt: it can't be known whether
 * that is of the change, so that it is told. In a list, prose is told.
 */
function readBareLines(
  bare: readonly BareLine[],
  isProse: boolean,
): readonly PastedName[] {
  if (isProse) return bare.filter(isPlainPath).map(({ line }) => unknown(line));
  const hasProse = bare.some(({ names }) => !names);
  const lists = new Set(bare.filter(isCertain).map(line => line.paragraph));
  bare.forEach(({ names, paragraph }) => names ?? lists.delete(paragraph));
  return bare.flatMap(bareLine => {
    const { line, names, paragraph } = bareLine;
    // A word alone is a file only among files.
    const isDoubtful =
      hasProse && !lists.has(paragraph) && !isCertain(bareLine);
    return !names || isDoubtful ? [unknown(line)] : names;
  });
}

/** What shortened names end in, where all that is cut is in front. */
const tailOf = (text: string) =>
  text.replace(/^(?:\.{3}|…)/, '').replace(/^.*(?:\}| => )/, '');

/**
 * A shortened name that ends as one that stands in full elsewhere tells
 * nothing new. Where one name is told from another folder, all are.
 */
function related(names: readonly PastedName[]): readonly PastedName[] {
  const isElsewhere = names.some(
    ({ reason, isLocal }) => isLocal && reason === 'relative',
  );
  const known = names.flatMap(({ path }) => path ?? []);
  return names.flatMap((name): readonly PastedName[] => {
    if (name.reason === 'shortened') {
      const tail = tailOf(name.text);
      return tail && known.some(path => path.endsWith(tail)) ? [] : [name];
    }
    return isElsewhere && name.isLocal
      ? [{ text: name.text, reason: 'relative' }]
      : [name];
  });
}

/** All names in the output of a tool, or in a list, in their order. */
export function readPastedNames(
  lines: readonly string[],
): readonly PastedName[] {
  const options = { hasNoPrefix: hasNoPrefix(lines) };
  const marked: PastedName[] = [];
  const bare: BareLine[] = [];
  let hasDiff = false;
  let isLog = false;
  let paragraph = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const section = readDiffSection(lines, { ...options, at });
    const block = section ?? readStatusBlock(lines, at);
    isLog =
      /^commit [0-9a-f]{7,}/.test(line) ||
      (isLog && /^(?:\s*$| {4}|[A-Z]\w+: )/.test(line));
    if (block) {
      hasDiff = true;
      marked.push(...block.names);
    } else if (!isSurrounding(line) && !(isLog && line.startsWith('    '))) {
      const names = readListLine(line);
      if (names) marked.push(...names);
      else bare.push({ line, paragraph, names: readBareLine(line) });
    } else {
      paragraph++;
    }
    at = block?.next ?? at + 1;
  }
  return related([...marked, ...readBareLines(bare, hasDiff)]);
}

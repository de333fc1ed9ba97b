import type { GuideSentence } from './GuideStatement';
import type { GuideNode } from '../GuideNode';
import { readMarkupText } from './readMarkupText';
import { CODE_MARK, readWords } from './readWords';
import { HARD_BREAK, splitSentences } from './splitSentences';

/** Fills the place of link text, which is no text of the guide's own. */
const LINK_MARK = '\u0002';
const DEEPEST_PHRASING = 50;

/** The three strings are of one length, so that a range of one is a range of all. */
interface FlatText {
  plain: string;
  masked: string;
  own: string;
  readonly lines: { readonly offset: number; readonly line: number }[];
  readonly codes: { readonly offset: number; readonly value: string }[];
}

function append(
  flat: FlatText,
  value: string,
  line: number,
  linked: boolean,
  code: boolean,
): void {
  if (code) flat.codes.push({ offset: flat.plain.length, value });
  value.split('\n').forEach((part, index, parts) => {
    flat.lines.push({ offset: flat.plain.length, line: line + index });
    const shown = index < parts.length - 1 ? `${part}\n` : part;
    const masked = code ? CODE_MARK.repeat(shown.length) : shown;
    flat.plain += shown;
    flat.masked += masked;
    flat.own += linked ? LINK_MARK.repeat(shown.length) : masked;
  });
}

function flatten(
  nodes: readonly GuideNode[],
  flat: FlatText,
  linked: boolean,
  depth: number,
): void {
  if (depth > DEEPEST_PHRASING) return;
  for (const node of nodes) {
    const line = node.position?.start.line ?? 1;
    const isLink = node.type === 'link' || node.type === 'linkReference';
    if (node.type === 'text')
      append(flat, node.value ?? '', line, linked, false);
    else if (node.type === 'inlineCode')
      append(flat, node.value ?? '', line, linked, true);
    else if (node.type === 'break')
      append(flat, HARD_BREAK, line, false, false);
    else if (node.type === 'html')
      append(
        flat,
        readMarkupText(node.value ?? '', HARD_BREAK),
        line,
        linked,
        false,
      );
    else if (node.children)
      flatten(node.children, flat, linked || isLink, depth + 1);
  }
}

const hasLetter = (words: readonly string[]): boolean =>
  words.some(word => word.length > 1 || word === '§');

const onOneLine = (text: string): string =>
  text.split(/\s/).filter(Boolean).join(' ');

/** The sentences of a paragraph, a table cell or any other run of inline content. */
export function readSentences(
  nodes: readonly GuideNode[],
): readonly GuideSentence[] {
  const flat: FlatText = {
    plain: '',
    masked: '',
    own: '',
    lines: [],
    codes: [],
  };
  flatten(nodes, flat, false, 0);
  let lineIndex = 0;
  let codeIndex = 0;
  return splitSentences(flat.masked).map(({ start, end }) => {
    while (
      lineIndex + 1 < flat.lines.length &&
      flat.lines[lineIndex + 1].offset <= start
    )
      lineIndex += 1;
    const codes: string[] = [];
    while (
      codeIndex < flat.codes.length &&
      flat.codes[codeIndex].offset < end
    ) {
      codes.push(flat.codes[codeIndex].value);
      codeIndex += 1;
    }
    return {
      text: onOneLine(flat.plain.slice(start, end)),
      words: readWords(flat.masked.slice(start, end)),
      codes,
      linkOnly: !hasLetter(readWords(flat.own.slice(start, end))),
      line: flat.lines[lineIndex]?.line ?? 1,
    };
  });
}

/** All of some inline content, as one line. */
export const readText = (nodes: readonly GuideNode[]): string =>
  readSentences(nodes)
    .map(({ text }) => text)
    .join(' ');

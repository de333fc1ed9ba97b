import { wordList } from './wordList';

/** Ends a sentence whatever stands around it: a hard line break. */
export const HARD_BREAK = '\u2029';

/** A sentence as a range of the text it was found in. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  wordList('e.g i.e eg ie vs cf approx incl esp resp no fig mr mrs dr st al'),
);
const ENDS = '.!?…';
const CLOSERS = '"\'”’)]*_';
const SPACES = ' \n\t\r\u00a0';

/** What goes on for longer is no sentence; the limit also bounds the work of every rule. */
const LONGEST_SENTENCE = 1000;

/** No longer word before a full stop is an abbreviation, so no need to look further back. */
const LONGEST_ABBREVIATION = 8;

function endsWithAbbreviation(text: string, stop: number): boolean {
  let start = stop;
  while (
    start > 0 &&
    stop - start < LONGEST_ABBREVIATION &&
    !SPACES.includes(text[start - 1]) &&
    text[start - 1] !== '('
  ) {
    start -= 1;
  }
  return ABBREVIATIONS.has(text.slice(start, stop).toLowerCase());
}

function skip(text: string, from: number, characters: string): number {
  let index = from;
  while (index < text.length && characters.includes(text[index])) index += 1;
  return index;
}

const isLowerCase = (character: string): boolean =>
  character !== character.toUpperCase();

/** Splits a paragraph into sentences, in time linear in its length. */
export function splitSentences(text: string): readonly SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  let index = 0;
  const cut = (end: number): void => {
    if (text.slice(start, end).trim())
      ranges.push({ start: skip(text, start, SPACES + HARD_BREAK), end });
    start = end;
  };
  while (index < text.length) {
    if (text[index] === HARD_BREAK) {
      cut(index);
      index += 1;
    } else if (ENDS.includes(text[index])) {
      const stop = index;
      const end = skip(text, skip(text, index, ENDS), CLOSERS);
      const next = skip(text, end, SPACES);
      const spaced = next > end;
      const goesOn = next < text.length && isLowerCase(text[next]);
      if (
        spaced &&
        !goesOn &&
        !(text[stop] === '.' && endsWithAbbreviation(text, stop))
      )
        cut(end);
      index = end;
    } else {
      const length = index - start;
      const full = length >= LONGEST_SENTENCE && SPACES.includes(text[index]);
      if (full || length >= 2 * LONGEST_SENTENCE) cut(index);
      index += 1;
    }
  }
  cut(text.length);
  return ranges;
}

import type { PhraseMatch } from './createPhrases';
import { isNumberWord, isNumeral } from './numberWords';
import { wordList } from './wordList';

/** A period of time named in a sentence. */
export interface Period extends PhraseMatch {
  /** True for a habit ('every week', 'daily') rather than a term ('within a week'). */
  readonly rhythm: boolean;
}

const UNITS: ReadonlySet<string> = new Set(
  wordList(
    'hour hours hr hrs day days workday workdays weekday weekdays week weeks month months',
    'fortnight',
  ),
);
/** What may stand in the place of a number. */
const QUANTIFIERS: ReadonlySet<string> = new Set(
  wordList('few couple several half next same first hundred dozen'),
);
/** May stand between a number and its unit. */
const FILLERS: ReadonlySet<string> = new Set(
  wordList(
    'business working work calendar week full of or to and few couple the ( ) more so max',
  ),
);
const RHYTHM_STARTS: ReadonlySet<string> = new Set(['every', 'each', 'per']);
const RHYTHM_WORDS: ReadonlySet<string> = new Set([
  'daily',
  'weekly',
  'biweekly',
  'fortnightly',
  'monthly',
]);
const WEEKDAYS: ReadonlySet<string> = new Set(
  wordList('monday tuesday wednesday thursday friday saturday sunday'),
);
const LONGEST_PERIOD = 7;

const isNumber = (word: string): boolean =>
  QUANTIFIERS.has(word) || isNumberWord(word) || isNumeral(word);

/** '48h' and '2d'. */
const isShortPeriod = (word: string): boolean =>
  isNumeral(word.slice(0, -1)) && 'hdw'.includes(word.slice(-1));

function endOfTerm(
  words: readonly string[],
  start: number,
): number | undefined {
  for (
    let index = start + 1;
    index < words.length && index - start < LONGEST_PERIOD;
    index += 1
  ) {
    const word = words[index];
    if (UNITS.has(word) && !UNITS.has(words[index + 1] ?? '')) return index + 1;
    if (!UNITS.has(word) && !FILLERS.has(word) && !isNumber(word))
      return undefined;
  }
  return undefined;
}

function endOfRhythm(
  words: readonly string[],
  start: number,
): number | undefined {
  for (
    let index = start + 1;
    index < words.length && index - start < LONGEST_PERIOD;
    index += 1
  ) {
    const word = words[index];
    if (UNITS.has(word) || WEEKDAYS.has(word)) return index + 1;
    if (!FILLERS.has(word) && !isNumber(word) && word !== 'other')
      return undefined;
  }
  return undefined;
}

function endOf(
  words: readonly string[],
  index: number,
  rhythm: boolean,
): number | undefined {
  const word = words[index];
  if (RHYTHM_WORDS.has(word) || isShortPeriod(word)) return index + 1;
  if (rhythm) return endOfRhythm(words, index);
  return isNumber(word) ? endOfTerm(words, index) : undefined;
}

/** The periods named among the words of a sentence, such as 'a few business days' or 'every week'. */
export function findPeriods(words: readonly string[]): readonly Period[] {
  const periods: Period[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    const rhythm =
      RHYTHM_STARTS.has(word) ||
      RHYTHM_WORDS.has(word) ||
      ((word === 'once' || word === 'twice') && words[index + 1] === 'a');
    const end = endOf(words, index, rhythm);
    if (end !== undefined) periods.push({ start: index, end, rhythm });
    index = end ?? index + 1;
  }
  return periods;
}

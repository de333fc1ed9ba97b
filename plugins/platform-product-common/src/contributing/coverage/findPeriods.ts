import type { PhraseMatch } from './createPhrases';
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
const NUMBERS: ReadonlySet<string> = new Set(
  wordList(
    'a an one two three four five six seven eight nine ten twelve fourteen thirty few',
    'couple several half next same first',
  ),
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
const MOST_DIGITS = 3;

const isDigit = (character: string): boolean =>
  character >= '0' && character <= '9';

/** '5', and also '48h' and '2d'. */
function isNumber(word: string): boolean {
  return (
    NUMBERS.has(word) ||
    (word.length <= MOST_DIGITS && word.split('').every(isDigit))
  );
}

function isShortPeriod(word: string): boolean {
  const digits = word.slice(0, -1);
  return (
    digits !== '' &&
    digits.length <= MOST_DIGITS &&
    digits.split('').every(isDigit) &&
    'hdw'.includes(word.slice(-1))
  );
}

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

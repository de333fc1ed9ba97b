import { wordList } from './wordList';

const DIGITS = wordList('zero one two three four five six seven eight nine');
const TEENS = wordList(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const TENS = wordList('twenty thirty forty fifty sixty seventy eighty ninety');

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ...[...DIGITS, ...TEENS].map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** Digits in a row; a number with more is no part of a period. */
const MOST_DIGITS = 3;

/** Whether a word is a number in digits, such as '5', '1.5', '1,000', '1/2' or '1½'. */
export function isNumeral(word: string): boolean {
  const runs = word.split(/[.,/]/);
  const areShort = runs.every(
    run => run.length <= MOST_DIGITS && /^\d*[¼½¾]?$/.test(run),
  );
  return areShort && /[\d¼½¾]/.test(word);
}

export const isNumberWord = (word: string): boolean => NUMBER_WORDS.has(word);

/**
 * The value of a number in words or digits, '2,5' being two and a half. Undefined for
 * what can be read in two ways, such as '1,000', and for fractions.
 */
export function readNumber(word: string): number | undefined {
  const isClear = /^(?=.)(?:0|[1-9]\d*)?(?:[.,]\d{1,2})?$/.test(word);
  return (
    NUMBER_WORDS.get(word) ??
    (isClear ? Number(word.replace(',', '.')) : undefined)
  );
}

/** 'Four', as in 'twenty four'. */
export const isDigitWord = (word: string): boolean => DIGITS.includes(word);

/** 'Twenty', as in 'twenty four'. */
export const isTens = (word: string): boolean => TENS.includes(word);

import type { Period } from './findPeriods';
import { isNumeral, readNumber } from './numberWords';
import { readUnit } from './periodUnits';
import { wordList } from './wordList';

/** 'Three times a week' is no week, 'bi-weekly' no 'weekly'. */
const MULTIPLES: ReadonlySet<string> = new Set(
  wordList('times twice thrice bi semi'),
);
const RATES: ReadonlySet<string> = new Set(
  wordList('a an per each every daily weekly monthly'),
);
const OPEN_ENDS: ReadonlySet<string> = new Set(
  wordList('more longer later greater'),
);
const MINUTES: ReadonlySet<string> = new Set(
  wordList('minute minutes min mins'),
);
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'one', '1']);
/** What may follow 'two days or three'; a noun would be what is counted. */
const FOLLOWERS: ReadonlySet<string> = new Set(
  wordList(
    '; : , ( ) to of at in on for from after before until if when depending',
    'and but we you i max maximum',
  ),
);

const isUnit = (word: string | undefined): boolean =>
  word !== undefined && (MINUTES.has(word) || readUnit(word) !== undefined);

const isNumber = (word: string | undefined): boolean =>
  word !== undefined && (isNumeral(word) || readNumber(word) !== undefined);

/** 'Two hours a day', 'two hours every Monday'. */
const isRate = (rest: readonly string[]): boolean =>
  RATES.has(rest[0]) && (isUnit(rest[1]) || isUnit(rest[0]));

/** 'One day and 12 hours', 'two hours thirty minutes'. */
function isSum(rest: readonly string[]): boolean {
  const [first, second, third] = rest[0] === 'and' ? rest.slice(1) : rest;
  return isNumber(first) && (isUnit(second) || isUnit(third));
}

/**
 * Whether the words around a period change what it says: a rate ('three times a week',
 * 'five per day'), a sum ('one day and 12 hours'), the least it takes ('a week or
 * more'), or one of two ('a day (three for large changes)').
 */
export function isPartOfMore(
  clause: readonly string[],
  { start, end }: Period,
): boolean {
  const before = clause[start - 1];
  const rest = clause.slice(end);
  return (
    MULTIPLES.has(before) ||
    isUnit(before) ||
    (clause[start] === 'per' && before !== 'once') ||
    isRate(rest) ||
    isSum(rest) ||
    (rest[0] === 'or' && OPEN_ENDS.has(rest[1])) ||
    (rest[0] === '(' && isNumber(rest[1]))
  );
}

/** What follows the unit and still counts: 'a day or two' and 'a day and a half'. */
export function readTail(
  clause: readonly string[],
  { start, end }: Period,
): { readonly or?: number; readonly and?: number } {
  const [link, first, second] = clause.slice(end);
  const half = ARTICLES.has(first) ? second : first;
  if (link === 'and' && half === 'half') return { and: 0.5 };
  const isIdiom =
    ARTICLES.has(clause[start]) && ['two', '2', 'three'].includes(first);
  const isCount = isIdiom || second === undefined || FOLLOWERS.has(second);
  return link === 'or' && isCount && first !== undefined
    ? { or: readNumber(first) }
    : {};
}

import type { Period } from './findPeriods';
import { wordList } from './wordList';

const HOURS_A_DAY = 8;
const DAYS_A_WEEK = 5;
const DAYS_A_MONTH = 30;

/** Of these nobody can say how long they are. */
const VAGUE: ReadonlySet<string> = new Set(
  wordList('few couple several more biweekly twice'),
);
const BUSINESS: ReadonlySet<string> = new Set(
  wordList('business work working workday workdays weekday weekdays'),
);
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twelve', 12],
  ['fourteen', 14],
  ['thirty', 30],
]);
const UNIT_WORDS: ReadonlyMap<string, 'hour' | 'day' | 'week' | 'month'> =
  new Map([
    ...wordList('hour hours hr hrs h').map(word => [word, 'hour'] as const),
    ...wordList('day days d workday workdays weekday weekdays daily').map(
      word => [word, 'day'] as const,
    ),
    ...wordList(
      'week weeks w weekly fortnight fortnightly monday tuesday wednesday thursday friday saturday sunday',
    ).map(word => [word, 'week'] as const),
    ...wordList('month months monthly').map(word => [word, 'month'] as const),
  ]);

/** A week has five days of work, and up to five days in a row are no weekend. */
function hoursOfCalendarDays(days: number): number {
  if (days <= DAYS_A_WEEK) return days * HOURS_A_DAY;
  const worked = Math.ceil((days * DAYS_A_WEEK) / 7);
  return Math.max(DAYS_A_WEEK, worked) * HOURS_A_DAY;
}

const numberOf = (word: string): number | undefined =>
  NUMBER_WORDS.get(word) ?? (/^\d+$/.test(word) ? Number(word) : undefined);

/** '48h' is two words here. */
const splitShort = (word: string): readonly string[] =>
  /^\d+[hdw]$/.test(word) ? [word.slice(0, -1), word.slice(-1)] : [word];

/**
 * How long a period is, in business hours: a day has 8 and a week 40; 24 hours are
 * a day, and shorter ones are hours of one day. A range is as long as its end.
 * Undefined for a vague one.
 */
export function hoursOfPeriod(
  clause: readonly string[],
  { start, end }: Period,
): number | undefined {
  const words = clause.slice(start, end).flatMap(splitShort);
  if (words.some(word => VAGUE.has(word))) return undefined;
  const units = words.flatMap(word => UNIT_WORDS.get(word) ?? []);
  const unit = units[units.length - 1];
  // 'Week days' are days; a 'two day week' is nothing.
  const isClear = units.length === 1 || units.join(' ') === 'week day';
  if (!unit || !isClear) return undefined;

  // As in 'a day or two'.
  const last = clause[end] === 'or' ? clause.slice(end + 1, end + 2) : [];
  const numbers = [...words, ...last].flatMap(word => numberOf(word) ?? []);
  const half = words.includes('half') ? 0.5 : 0;
  const isHalf = half > 0 && !words.includes('and');
  const isDouble =
    words.includes('other') || words.some(word => word.startsWith('fortnight'));
  const count =
    (isHalf ? half : Math.max(1, ...numbers) + half) * (isDouble ? 2 : 1);

  const isBusiness =
    units.length === 2 || words.some(word => BUSINESS.has(word));
  switch (unit) {
    case 'hour':
      if (isBusiness) return count;
      return count < 24
        ? Math.min(count, HOURS_A_DAY)
        : hoursOfCalendarDays(count / 24);
    case 'day':
      return isBusiness ? count * HOURS_A_DAY : hoursOfCalendarDays(count);
    case 'week':
      return count * DAYS_A_WEEK * HOURS_A_DAY;
    default:
      return hoursOfCalendarDays(count * DAYS_A_MONTH);
  }
}

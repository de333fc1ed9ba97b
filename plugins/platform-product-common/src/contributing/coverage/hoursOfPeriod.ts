import type { Period } from './findPeriods';
import { isNumeral } from './numberWords';
import { PeriodUnit, readUnit } from './periodUnits';
import { isPartOfMore, readTail } from './periodSurroundings';
import { readQuantities } from './readQuantities';
import { wordList } from './wordList';

const HOURS_A_DAY = 8;
const DAYS_A_WEEK = 5;
const DAYS_A_MONTH = 30;

/** Nobody promises to take longer: 90 days of work. */
const MOST_HOURS = 90 * HOURS_A_DAY;

/** Of these nobody can say how long they are. */
const VAGUE: ReadonlySet<string> = new Set(
  wordList('few couple several more biweekly twice hundred dozen'),
);
const BUSINESS: ReadonlySet<string> = new Set(
  wordList('business work working workday workdays weekday weekdays'),
);

/** A week has five days of work, and up to five days in a row are no weekend. */
function hoursOfCalendarDays(days: number): number {
  if (days <= DAYS_A_WEEK) return days * HOURS_A_DAY;
  const worked = Math.ceil((days * DAYS_A_WEEK) / 7);
  return Math.max(DAYS_A_WEEK, worked) * HOURS_A_DAY;
}

function hoursOfClock(hours: number): number {
  return hours < 24
    ? Math.min(hours, HOURS_A_DAY)
    : hoursOfCalendarDays(hours / 24);
}

function hoursOf(count: number, unit: PeriodUnit, isBusiness: boolean): number {
  switch (unit) {
    case 'hour':
      return isBusiness ? count : hoursOfClock(count);
    case 'day':
      return isBusiness ? count * HOURS_A_DAY : hoursOfCalendarDays(count);
    case 'week':
      return count * DAYS_A_WEEK * HOURS_A_DAY;
    default:
      return hoursOfCalendarDays(count * DAYS_A_MONTH);
  }
}

/** Whole hours, rounded upwards but for what a computer adds to 2.2 times 40. */
const roundUp = (hours: number): number => Math.ceil(hours - 1e-6);

/** '48h' is two words here. */
const splitShort = (word: string): readonly string[] =>
  isNumeral(word.slice(0, -1)) && readUnit(word.slice(-1))
    ? [word.slice(0, -1), word.slice(-1)]
    : [word];

/**
 * How long a period is, in whole business hours: a day has 8 and a week 40; 24 hours
 * are a day, and shorter ones are hours of one day. A range is as long as its end.
 * Undefined where it is vague, a rate, or not to be read for certain.
 */
export function hoursOfPeriod(
  clause: readonly string[],
  period: Period,
): number | undefined {
  const words = clause.slice(period.start, period.end).flatMap(splitShort);
  if (words.some(word => VAGUE.has(word))) return undefined;
  if (isPartOfMore(clause, period)) return undefined;
  const units = words.flatMap(word => readUnit(word) ?? []);
  const unit = units[units.length - 1];
  // 'Week days' are days; a 'two day week' is nothing.
  const isClear = units.length === 1 || units.join(' ') === 'week day';
  const quantities = readQuantities(words);
  if (!unit || !isClear || !quantities) return undefined;

  const { or = 0, and = 0 } = readTail(clause, period);
  const longest = Math.max(...(quantities.length ? quantities : [1]), or) + and;
  const isDouble =
    words.includes('other') || words.some(word => word.startsWith('fortnight'));
  const isBusiness =
    units.length === 2 || words.some(word => BUSINESS.has(word));
  const hours = roundUp(
    hoursOf(longest * (isDouble ? 2 : 1), unit, isBusiness),
  );
  return hours > 0 && hours <= MOST_HOURS ? hours : undefined;
}

import { DateTime, Interval } from 'luxon';

/**
 * A part of a day that is off, in minutes after midnight.
 *
 * @public
 */
export interface TimeOff {
  /** Its first minute. */
  readonly from: number;
  /** The minute at which it is over; 1440 at the end of the day. */
  readonly until: number;
}

/**
 * The hours that somebody works. Days off beyond the weekly ones, such as public
 * holidays, are given as ISO dates in the calendar's own time zone. Work that
 * goes over midnight belongs to the day on which it begins.
 *
 * @public
 */
export interface WorkingCalendar {
  /** IANA time zone. */
  readonly timeZone: string;
  /** Days of the week, of which 1 is Monday. */
  readonly workingDays: readonly number[];
  /** When work begins, as in 09:00. */
  readonly from: string;
  /** When work ends, as in 17:00; on the next day if that is not later. */
  readonly until: string;
  /** Whether all of a day is off. */
  readonly isDayOff?: (date: string) => boolean;
  /** What is off on a day that is no whole day off. */
  readonly timeOff?: (date: string) => readonly TimeOff[];
}

const minutesADay = 24 * 60;

const minutesOf = (time: string) => {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** When a shift begins and ends, in minutes after its day's midnight. */
function spanOf({ from, until }: WorkingCalendar): TimeOff {
  const start = minutesOf(from);
  const end = minutesOf(until);
  return { from: start, until: end > start ? end : end + minutesADay };
}

/** Whether the work of a day ends on the next one. */
export const isOverMidnight = (calendar: WorkingCalendar) =>
  spanOf(calendar).until > minutesADay;

/** The ISO date of the day after. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** A span less what is off of it, in order. */
function without(span: TimeOff, off: readonly TimeOff[]): TimeOff[] {
  const left: TimeOff[] = [];
  let from = span.from;
  for (const gap of [...off].sort((a, b) => a.from - b.from)) {
    if (gap.from > from)
      left.push({ from, until: Math.min(gap.from, span.until) });
    from = Math.max(from, gap.until);
  }
  if (from < span.until) left.push({ from, until: span.until });
  return left.filter(({ from: start, until }) => start < until);
}

/** What is worked of the shift that begins on a date, which is a working day. */
function workFrom(date: string, calendar: WorkingCalendar): TimeOff[] {
  const span = spanOf(calendar);
  const { timeOff } = calendar;
  if (!timeOff) return [span];
  const next =
    span.until > minutesADay
      ? timeOff(dayAfter(date)).map(({ from, until }) => ({
          from: from + minutesADay,
          until: until + minutesADay,
        }))
      : [];
  return without(span, [...timeOff(date), ...next]);
}

function isWorkday(
  day: { readonly weekday: number; readonly date: string },
  calendar: WorkingCalendar,
): boolean {
  return (
    calendar.workingDays.includes(day.weekday) && !calendar.isDayOff?.(day.date)
  );
}

/**
 * The hours of the shift that begins on a date, by the clock: a night on which
 * the clock changes is as long as any other.
 */
export function hoursOfShift(
  day: { readonly weekday: number; readonly date: string },
  calendar: WorkingCalendar,
): number {
  if (!isWorkday(day, calendar)) return 0;
  const minutes = workFrom(day.date, calendar).map(
    ({ from, until }) => until - from,
  );
  return minutes.reduce((sum, part) => sum + part, 0) / 60;
}

/** When the shift is worked that begins on a day in the calendar's time zone. */
export function shiftOn(day: DateTime, calendar: WorkingCalendar): Interval[] {
  const date = day.toISODate() ?? '';
  if (!isWorkday({ weekday: day.weekday, date }, calendar)) return [];
  const at = (minutes: number) =>
    day.plus({ days: Math.floor(minutes / minutesADay) }).set({
      hour: Math.floor((minutes % minutesADay) / 60),
      minute: minutes % 60,
      second: 0,
      millisecond: 0,
    });
  return workFrom(date, calendar)
    .map(({ from, until }) => Interval.fromDateTimes(at(from), at(until)))
    .filter(({ isValid }) => isValid);
}

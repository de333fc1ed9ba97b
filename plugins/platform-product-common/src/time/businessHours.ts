import { DateTime, Interval } from 'luxon';

/**
 * The hours that somebody works. Days off beyond the weekly ones, such as public
 * holidays, are given as ISO dates in the calendar's own time zone.
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
  /** When work ends, as in 17:00. */
  readonly until: string;
  readonly isDayOff?: (date: string) => boolean;
}

/** Longer spans are counted to here only; nobody's promise is that long. */
const longestSpanDays = 1000;

const millisecondsPerHour = 60 * 60 * 1000;

/** The hours worked on the day of a moment, in the calendar's time zone. */
function workOn(
  day: DateTime,
  calendar: WorkingCalendar,
): Interval | undefined {
  if (!calendar.workingDays.includes(day.weekday)) return undefined;
  if (calendar.isDayOff?.(day.toISODate() ?? '')) return undefined;
  const at = (time: string) => {
    const [hour, minute] = time.split(':').map(Number);
    return day.set({ hour, minute, second: 0, millisecond: 0 });
  };
  return Interval.fromDateTimes(at(calendar.from), at(calendar.until));
}

function* daysFrom(start: Date, { timeZone }: WorkingCalendar) {
  let day = DateTime.fromJSDate(start, { zone: timeZone }).startOf('day');
  for (let count = 0; count < longestSpanDays; count++) {
    yield day;
    day = day.plus({ days: 1 });
  }
}

const minutesOf = (time: string) => {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/**
 * Hours of whole days between two ISO dates, the ends left out. Days are counted
 * on the calendar alone, which is what makes long spans cheap.
 */
function hoursOfWholeDays(
  after: string,
  before: string,
  calendar: WorkingCalendar,
): number {
  const hoursADay = (minutesOf(calendar.until) - minutesOf(calendar.from)) / 60;
  const day = new Date(`${after}T00:00:00Z`);
  let days = 0;
  for (let count = 0; count < longestSpanDays; count++) {
    day.setUTCDate(day.getUTCDate() + 1);
    const date = day.toISOString().slice(0, 10);
    if (date >= before) break;
    const weekday = day.getUTCDay() || 7;
    const isWorkday = calendar.workingDays.includes(weekday);
    if (isWorkday && !calendar.isDayOff?.(date)) days += 1;
  }
  return days * hoursADay;
}

/**
 * Hours of work between two moments; 0 when the second is not the later one.
 * Summer time is kept on the first and the last day.
 *
 * @public
 */
export function businessHoursBetween(
  start: Date,
  end: Date,
  calendar: WorkingCalendar,
): number {
  if (end <= start) return 0;
  const zone = calendar.timeZone;
  const span = Interval.fromDateTimes(start, end);
  const first = DateTime.fromJSDate(start, { zone }).startOf('day');
  const last = DateTime.fromJSDate(end, { zone }).startOf('day');
  const hoursOn = (day: DateTime) =>
    workOn(day, calendar)?.intersection(span)?.length('hours') ?? 0;
  if (first.hasSame(last, 'day')) return hoursOn(first);
  return (
    hoursOn(first) +
    hoursOfWholeDays(
      first.toISODate() ?? '',
      last.toISODate() ?? '',
      calendar,
    ) +
    hoursOn(last)
  );
}

/**
 * The moment at which so many hours of work have passed. A calendar without any
 * work counts every hour.
 *
 * @public
 */
export function addBusinessHours(
  start: Date,
  hours: number,
  calendar: WorkingCalendar,
): Date {
  let left = hours;
  for (const day of daysFrom(start, calendar)) {
    const work = workOn(day, calendar);
    const begin = Math.max(work?.start?.toMillis() ?? 0, start.getTime());
    const available = (work?.end?.toMillis() ?? 0) - begin;
    if (available <= 0) continue;
    if (left * millisecondsPerHour <= available) {
      return new Date(begin + left * millisecondsPerHour);
    }
    left -= available / millisecondsPerHour;
  }
  return new Date(start.getTime() + hours * millisecondsPerHour);
}

/**
 * How many hours of what is left of one person's work today fall into the other's.
 * Today is that of the first calendar.
 *
 * @public
 */
export function overlapHours(
  reader: WorkingCalendar,
  other: WorkingCalendar,
  now: Date,
): number {
  const today = workOn(
    DateTime.fromJSDate(now, { zone: reader.timeZone }).startOf('day'),
    reader,
  );
  if (!today?.start || !today.end) return 0;
  const end = today.end.toJSDate();
  const start = new Date(Math.max(+today.start.toJSDate(), +now));
  return start < end ? businessHoursBetween(start, end, other) : 0;
}

const hoursPerWorkingDay = 8;

/**
 * So many hours of work as an ISO 8601 duration: whole days as days of 8 hours,
 * everything else in hours and minutes.
 *
 * @public
 */
export function toBusinessDuration(hours: number): string {
  if (hours % hoursPerWorkingDay === 0)
    return `P${hours / hoursPerWorkingDay}D`;
  const minutes = Math.round((hours % 1) * 60);
  return `PT${Math.floor(hours)}H${minutes ? `${minutes}M` : ''}`;
}

/**
 * Hours of work in an ISO 8601 duration: a day is 8 of them, a week 40.
 * Undefined for what is no such duration, or has months or years in it.
 *
 * @public
 */
export function readBusinessHours(duration: string): number | undefined {
  const match =
    /^P(?!$)(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/.exec(
      duration.trim(),
    );
  if (!match) return undefined;
  const [weeks, days, hours, minutes] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  return (weeks * 5 + days) * hoursPerWorkingDay + hours + minutes / 60;
}

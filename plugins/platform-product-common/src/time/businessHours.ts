import { DateTime, Interval } from 'luxon';
import {
  hoursOfShift,
  isOverMidnight,
  shiftOn,
  WorkingCalendar,
} from './shifts';

/** Longer spans are counted to here only; nobody's promise is that long. */
const longestSpanDays = 1000;

const millisecondsPerHour = 60 * 60 * 1000;

function* daysFrom(start: Date, calendar: WorkingCalendar) {
  const { timeZone } = calendar;
  let day = DateTime.fromJSDate(start, { zone: timeZone })
    .startOf('day')
    .minus({ days: isOverMidnight(calendar) ? 1 : 0 });
  for (let count = 0; count < longestSpanDays; count++) {
    yield day;
    day = day.plus({ days: 1 });
  }
}

/**
 * Hours of the shifts of whole days between two ISO dates, the ends left out.
 * Days are counted on the calendar alone, which is what makes long spans cheap.
 */
function hoursOfWholeDays(
  after: string,
  before: string,
  calendar: WorkingCalendar,
): number {
  const day = new Date(`${after}T00:00:00Z`);
  let hours = 0;
  for (let count = 0; count < longestSpanDays; count++) {
    day.setUTCDate(day.getUTCDate() + 1);
    const date = day.toISOString().slice(0, 10);
    if (date >= before) break;
    hours += hoursOfShift({ weekday: day.getUTCDay() || 7, date }, calendar);
  }
  return hours;
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
  // A shift that began on the day before may still go on.
  const days = isOverMidnight(calendar) ? 1 : 0;
  const begin = DateTime.fromJSDate(start, { zone }).startOf('day');
  const last = DateTime.fromJSDate(end, { zone }).startOf('day');
  const hoursOn = (day: DateTime) =>
    shiftOn(day, calendar).reduce(
      (sum, work) => sum + (work.intersection(span)?.length('hours') ?? 0),
      0,
    );
  const ends = new Map(
    [begin.minus({ days }), begin, last.minus({ days }), last].map(day => [
      day.toISODate() ?? '',
      day,
    ]),
  );
  const exact = [...ends.values()].reduce((sum, day) => sum + hoursOn(day), 0);
  const after = begin.toISODate() ?? '';
  const before = last.minus({ days }).toISODate() ?? '';
  return (
    exact + (after < before ? hoursOfWholeDays(after, before, calendar) : 0)
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
    for (const work of shiftOn(day, calendar)) {
      const begin = Math.max(work.start?.toMillis() ?? 0, start.getTime());
      const available = (work.end?.toMillis() ?? 0) - begin;
      if (available <= 0) continue;
      if (left * millisecondsPerHour <= available) {
        return new Date(begin + left * millisecondsPerHour);
      }
      left -= available / millisecondsPerHour;
    }
  }
  return new Date(start.getTime() + hours * millisecondsPerHour);
}

/**
 * How many hours of what is left of one person's work today fall into the other's.
 * Today is that of the first calendar; in the small hours of a shift that began
 * the day before, it is that shift.
 *
 * @public
 */
export function overlapHours(
  reader: WorkingCalendar,
  other: WorkingCalendar,
  now: Date,
): number {
  const today = DateTime.fromJSDate(now, { zone: reader.timeZone }).startOf(
    'day',
  );
  const lastNight = shiftOn(today.minus({ days: 1 }), reader);
  const isStillNight = lastNight.some(({ end }) => end && +end > +now);
  const work = isStillNight ? lastNight : shiftOn(today, reader);
  return work.reduce((sum, { start, end }) => {
    if (!start || !end) return sum;
    const from = new Date(Math.max(+start, +now));
    return sum + businessHoursBetween(from, end.toJSDate(), other);
  }, 0);
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

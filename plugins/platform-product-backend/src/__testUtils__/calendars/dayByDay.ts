import { DateTime } from 'luxon';
import { EventTimes } from '../../updates/events/occurrences';

const format = "yyyy-MM-dd'T'HH:mm";
const mostDays = 5_000;

/**
 * The moment of a local time, the first one where clocks show it twice; nothing where they
 * skip it. Luxon says only one of two moments, depending on the season in which it is asked.
 */
export function momentOf(local: string, zone: string): number | undefined {
  const found = DateTime.fromISO(local, { zone });
  const moments = [120, 60, 30, 0, -30, -60]
    .map(minutes => found.minus({ minutes }))
    .filter(at => at.toFormat(format) === local)
    .map(at => at.toMillis());
  return moments.length ? Math.min(...moments) : undefined;
}

/** Whether an event recurs on a day, by the calendar alone. */
function isDayOf(event: EventTimes, date: DateTime, first: DateTime): boolean {
  const { recurrence } = event;
  if (!recurrence) return +date === +first;
  const { frequency, interval, weekdays = [first.weekday], nth } = recurrence;
  if (frequency === 'daily') {
    return date.diff(first, 'days').days % interval === 0;
  }
  if (frequency === 'weekly') {
    const weeks = date.startOf('week').diff(first.startOf('week'), 'weeks');
    return weekdays.includes(date.weekday) && weeks.weeks % interval === 0;
  }
  const months = date.startOf('month').diff(first.startOf('month'), 'months');
  if (months.months % interval !== 0) return false;
  if (nth === undefined) return date.day === first.day;
  if (date.weekday !== first.weekday) return false;
  return nth > 0
    ? Math.ceil(date.day / 7) === nth
    : date.plus({ weeks: 1 }).month !== date.month;
}

/** The original starts of an event with their moments, found by looking at each day. */
export function dayByDay(
  event: EventTimes,
  until: Date,
): Array<readonly [local: string, moment: number]> {
  const { startsAt, timeZone, recurrence } = event;
  const time = startsAt.slice(10);
  const first = DateTime.fromISO(startsAt.slice(0, 10), { zone: 'utc' });
  const found: Array<readonly [string, number]> = [];
  for (let n = 0; n < mostDays; n++) {
    const date = first.plus({ days: n });
    if (+date > +until + 2 * 24 * 60 * 60 * 1000) break;
    if (recurrence?.until && date.toISODate()! > recurrence.until) break;
    if (recurrence?.count !== undefined && found.length >= recurrence.count) {
      break;
    }
    if (isDayOf(event, date, first)) {
      const local = `${date.toISODate()}${time}`;
      const moment = momentOf(local, timeZone);
      if (moment !== undefined) found.push([local, moment]);
    }
  }
  return found.filter(([, moment]) => moment < +until);
}

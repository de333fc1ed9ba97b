import { DateTime } from 'luxon';

/** When digests are made, every week. */
export interface DigestSchedule {
  /** Monday is 1. */
  readonly weekday: number;
  readonly hour: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** The last moment, up to now, for which digests are made. */
export function lastDigestAt(now: Date, schedule: DigestSchedule): Date {
  const { weekday, hour, timeZone } = schedule;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const ofThisWeek = local
    .startOf('week')
    .plus({ days: weekday - 1 })
    .set({ hour });
  const last = ofThisWeek > local ? ofThisWeek.minus({ weeks: 1 }) : ofThisWeek;
  return last.toJSDate();
}

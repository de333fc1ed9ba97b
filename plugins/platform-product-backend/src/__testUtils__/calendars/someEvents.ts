import fc from 'fast-check';
import {
  isInWeek,
  weekdayOf,
} from '@platform-product/backstage-plugin-common/rules';
import { isOnClocks } from '../../updates/events/localTimes';
import { EventTimes } from '../../updates/events/occurrences';

/** A year that crosses both changes of clocks in each of the zones. */
export const year = {
  from: new Date('2026-09-01T00:00:00.000Z'),
  until: new Date('2027-09-01T00:00:00.000Z'),
};

export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'UTC',
] as const;

/** Also those that clocks skip or show twice. */
const times = ['00:00', '01:30', '01:45', '02:10', '02:30', '14:00', '23:55'];

const date = fc
  .integer({ min: 0, max: 500 })
  .map(n =>
    new Date(Date.UTC(2026, 5, 1 + n))
      .toISOString()
      .slice(0, '2026-06-01'.length),
  );

const end = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ after: fc.integer({ min: 0, max: 400 }) }),
);

/** Events that begin around that year, in any of the ways in which one can recur. */
export const someEvent: fc.Arbitrary<EventTimes> = fc
  .record({
    date,
    time: fc.constantFrom(...times),
    timeZone: fc.constantFrom(...zones),
    durationMinutes: fc.constantFrom(5, 45, 24 * 60, 14 * 24 * 60),
    frequency: fc.constantFrom(undefined, 'daily', 'weekly', 'monthly'),
    interval: fc.constantFrom(1, 1, 2, 3, 7),
    weekdays: fc.option(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
      { nil: undefined },
    ),
    isNth: fc.boolean(),
    end,
  })
  .map(({ date: day, time, frequency, interval, weekdays, isNth, ...rest }) => {
    const startsAt = `${day}T${time}`;
    const { count, after } = rest.end as { count?: number; after?: number };
    const nth = ([-1, 1, 2, 3, 4] as const).find(n => isInWeek(startsAt, n));
    return {
      startsAt,
      timeZone: rest.timeZone,
      durationMinutes: rest.durationMinutes,
      exceptions: [],
      recurrence: frequency && {
        frequency: frequency as 'daily' | 'weekly' | 'monthly',
        interval,
        ...(frequency === 'weekly' &&
          weekdays && {
            weekdays: [...new Set([weekdayOf(startsAt), ...weekdays])],
          }),
        ...(frequency === 'monthly' && isNth && { nth }),
        ...(count !== undefined && { count }),
        ...(after !== undefined && {
          until: new Date(Date.parse(`${day}T00:00Z`) + after * 86_400_000)
            .toISOString()
            .slice(0, '2026-06-01'.length),
        }),
      },
    };
  })
  .filter(({ startsAt, timeZone }) => isOnClocks(startsAt, timeZone));

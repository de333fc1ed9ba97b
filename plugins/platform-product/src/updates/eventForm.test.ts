import {
  EventRecurrence,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import {
  eventInputSchema,
  isInWeek,
  weekdayOf,
} from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import {
  emptyEventForm,
  eventFormOf,
  toEventBody,
  weekdaysOf,
} from './eventForm';

const written = {
  kind: 'demo',
  title: 'A demo',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
} as const;

const eventOf = (startsAt: string, recurrence?: EventRecurrence) =>
  ({ ...written, startsAt, recurrence } as ServiceEvent);

const start = fc
  .date({
    min: new Date('2026-01-01'),
    max: new Date('2028-12-31'),
    noInvalidDate: true,
  })
  .map(date => `${date.toISOString().slice(0, 10)}T14:00`);

const ending = fc.constantFrom({}, { until: '2030-01-01' }, { count: 7 });

/** Whatever the API takes, for an event that begins so. */
const recurrencesOf = (startsAt: string) =>
  fc
    .record({
      interval: fc.integer({ min: 1, max: 52 }),
      end: ending,
      rule: fc.oneof(
        fc.constant({ frequency: 'daily' as const }),
        fc.constant({ frequency: 'weekly' as const }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7]).map(days => ({
          frequency: 'weekly' as const,
          weekdays: [...new Set([...days, weekdayOf(startsAt)])].sort(),
        })),
        fc.constant({ frequency: 'monthly' as const }),
        fc.constantFrom(
          ...([1, 2, 3, 4, -1] as const)
            .filter(nth => isInWeek(startsAt, nth))
            .map(nth => ({ frequency: 'monthly' as const, nth })),
        ),
      ),
    })
    .map(({ interval, end, rule }) => ({ ...rule, interval, ...end }));

describe('the form of an event', () => {
  it('says again whatever an event says', () => {
    const events = start.chain(startsAt =>
      fc
        .option(recurrencesOf(startsAt), { nil: undefined })
        .map(recurrence => ({
          startsAt,
          recurrence,
        })),
    );
    fc.assert(
      fc.property(events, ({ startsAt, recurrence }) => {
        const event = eventOf(startsAt, recurrence);
        const body = toEventBody(eventFormOf(event));
        expect(body).toEqual({ ...written, startsAt, recurrence });
        expect(eventInputSchema.safeParse(body).success).toBe(true);
      }),
    );
  });

  it('follows where it begins, and shows the weekday on which it does', () => {
    const form = eventFormOf(
      eventOf('2026-11-26T14:00', {
        frequency: 'weekly',
        interval: 1,
        weekdays: [4],
      }),
    );
    expect(weekdaysOf(form)).toEqual([4]);
    const moved = { ...form, startsAt: '2026-11-27T14:00' };
    expect(weekdaysOf(moved)).toEqual([4, 5]);
    expect(toEventBody(moved).recurrence?.weekdays).toEqual([4, 5]);
    expect(weekdaysOf(emptyEventForm('UTC'))).toEqual([]);
    const last = eventFormOf(
      eventOf('2026-11-26T14:00', {
        frequency: 'monthly',
        interval: 1,
        nth: -1,
      }),
    );
    const first = { ...last, startsAt: '2026-12-03T14:00' };
    expect(toEventBody(first).recurrence?.nth).toBe(1);
  });
});

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { lastDigestAt } from './digestSchedule';

describe('lastDigestAt', () => {
  it.each([
    ['2026-11-23T07:59:59Z', '2026-11-16T08:00:00Z'],
    ['2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z'],
    ['2026-11-29T23:00:00Z', '2026-11-23T08:00:00Z'],
  ])('at %s is %s', (now, expected) => {
    const schedule = { weekday: 1, hour: 8, timeZone: 'UTC' };
    expect(lastDigestAt(new Date(now), schedule)).toEqual(new Date(expected));
  });

  it('is at the hour in the zone, within a week, and stays until the next', () => {
    const property = fc.property(
      fc.date({
        min: new Date('2020-01-01'),
        max: new Date('2040-01-01'),
        noInvalidDate: true,
      }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 4, max: 23 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe'),
      (now, weekday, hour, timeZone) => {
        const schedule = { weekday, hour, timeZone };
        const last = lastDigestAt(now, schedule);
        const local = DateTime.fromJSDate(last, { zone: timeZone });
        expect([local.weekday, local.hour, local.minute]).toEqual([
          weekday,
          hour,
          0,
        ]);
        const next = local.plus({ weeks: 1 }).toJSDate();
        expect(last <= now && now < next).toBe(true);
        expect(lastDigestAt(new Date(+next - 1), schedule)).toEqual(last);
        expect(lastDigestAt(next, schedule)).toEqual(next);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});

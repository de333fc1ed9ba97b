import fc from 'fast-check';
import {
  addBusinessHours,
  businessHoursBetween,
  overlapHours,
} from './businessHours';
import { hoursOfShift, TimeOff, WorkingCalendar } from './shifts';

// The shifts that PagerDuty, Opsgenie and Grafana OnCall have as examples of
// nights and evenings, and rosters of two and three shifts.
const night: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  from: '22:00',
  until: '06:00',
};
const evening = { ...night, from: '16:00', until: '00:00' };
const long = { ...night, from: '18:30', until: '18:00' };

const between = (start: string, end: string, calendar: WorkingCalendar) =>
  businessHoursBetween(new Date(start), new Date(end), calendar);
const add = (start: string, hours: number, calendar: WorkingCalendar) =>
  addBusinessHours(new Date(start), hours, calendar).toISOString();

describe('hours over midnight', () => {
  // 2026-07-06 is a Monday.
  it.each([
    ['a night', night, '2026-07-06T22:00+02:00', '2026-07-07T06:00+02:00', 8],
    ['its end', night, '2026-07-07T02:00+02:00', '2026-07-07T12:00+02:00', 4],
    [
      'within it',
      night,
      '2026-07-07T01:00+02:00',
      '2026-07-07T02:30+02:00',
      1.5,
    ],
    ['a day', night, '2026-07-07T06:00+02:00', '2026-07-07T22:00+02:00', 0],
    [
      'midnight to midnight',
      night,
      '2026-07-07T00:00+02:00',
      '2026-07-08T00:00+02:00',
      8,
    ],
    [
      'before Monday',
      night,
      '2026-07-06T00:00+02:00',
      '2026-07-06T06:00+02:00',
      0,
    ],
    [
      'Friday to Saturday',
      night,
      '2026-07-10T20:00+02:00',
      '2026-07-11T20:00+02:00',
      8,
    ],
    ['a weekend', night, '2026-07-11T06:00+02:00', '2026-07-13T22:00+02:00', 0],
    [
      'from Friday night to Monday night',
      night,
      '2026-07-11T05:00+02:00',
      '2026-07-13T23:00+02:00',
      2,
    ],
    ['a week', night, '2026-07-06T12:00+02:00', '2026-07-13T12:00+02:00', 40],
    [
      'three weeks',
      night,
      '2026-07-06T12:00+02:00',
      '2026-07-27T12:00+02:00',
      120,
    ],
    ['two days', night, '2026-07-06T23:00+02:00', '2026-07-08T01:00+02:00', 10],
    [
      'an evening',
      evening,
      '2026-07-06T12:00+02:00',
      '2026-07-07T12:00+02:00',
      8,
    ],
    [
      'its last hour',
      evening,
      '2026-07-06T23:00+02:00',
      '2026-07-07T00:00+02:00',
      1,
    ],
    [
      'after it',
      evening,
      '2026-07-07T00:00+02:00',
      '2026-07-07T16:00+02:00',
      0,
    ],
    [
      'Friday evening',
      evening,
      '2026-07-10T16:00+02:00',
      '2026-07-12T00:00+02:00',
      8,
    ],
    [
      'almost all day',
      long,
      '2026-07-06T18:00+02:00',
      '2026-07-07T18:30+02:00',
      23.5,
    ],
  ])('%s', (_, calendar, start, end, hours) => {
    expect(between(start, end, calendar)).toBeCloseTo(hours, 9);
  });

  it.each([
    [
      'at night',
      night,
      '2026-07-06T23:00+02:00',
      4,
      '2026-07-07T01:00:00.000Z',
    ],
    [
      'after midnight',
      night,
      '2026-07-07T03:00+02:00',
      4,
      '2026-07-07T21:00:00.000Z',
    ],
    [
      'over a weekend',
      night,
      '2026-07-11T05:00+02:00',
      2,
      '2026-07-13T21:00:00.000Z',
    ],
    [
      'on a Sunday',
      night,
      '2026-07-12T03:00+02:00',
      8,
      '2026-07-14T04:00:00.000Z',
    ],
    [
      'until midnight',
      evening,
      '2026-07-06T16:00+02:00',
      8,
      '2026-07-06T22:00:00.000Z',
    ],
  ])('are added %s', (_, calendar, start, hours, end) => {
    expect(add(start, hours, calendar)).toBe(end);
  });

  it('belong to the day on which they begin, as holidays do', () => {
    const calendar = {
      ...night,
      isDayOff: (day: string) => day === '2026-07-07',
    };
    expect(
      between('2026-07-06T12:00+02:00', '2026-07-07T12:00+02:00', calendar),
    ).toBe(8);
    expect(
      between('2026-07-07T12:00+02:00', '2026-07-08T12:00+02:00', calendar),
    ).toBe(0);
  });

  it('are what is left of a night that goes on', () => {
    const other = { ...night, timeZone: 'UTC' };
    const left = (now: string) => overlapHours(night, other, new Date(now));
    expect(left('2026-07-07T02:00+02:00')).toBe(4);
    expect(left('2026-07-07T07:00+02:00')).toBe(6);
    expect(left('2026-07-06T02:00+02:00')).toBe(6);
    expect(left('2026-07-11T12:00+02:00')).toBe(0);
  });

  it('are longer in the night that the clock is set back', () => {
    const calendar = { ...night, workingDays: [6] };
    expect(
      between('2026-10-24T20:00+02:00', '2026-10-25T12:00+01:00', calendar),
    ).toBe(9);
    expect(
      between('2026-03-28T20:00+01:00', '2026-03-29T12:00+02:00', calendar),
    ).toBe(7);
  });

  it('add up, however a span is divided', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 });
    const moment = (minute: number) =>
      new Date(Date.UTC(2026, 5, 1) + minute * 60_000);
    fc.assert(
      fc.property(
        minutes,
        minutes,
        minutes,
        fc.constantFrom(night, evening, long),
        (a, b, c, calendar) => {
          const [start, middle, end] = [a, b, c]
            .sort((x, y) => x - y)
            .map(moment);
          const whole = businessHoursBetween(start, end, calendar);
          expect(
            businessHoursBetween(start, middle, calendar) +
              businessHoursBetween(middle, end, calendar),
          ).toBeCloseTo(whole, 6);
          const reached = addBusinessHours(start, whole, calendar);
          expect(businessHoursBetween(start, reached, calendar)).toBeCloseTo(
            whole,
            6,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('days that are off in part', () => {
  const day: WorkingCalendar = { ...night, from: '09:00', until: '17:00' };
  const offOn = (calendar: WorkingCalendar, ...off: TimeOff[]) => ({
    ...calendar,
    timeOff: (date: string) => (date === '2026-12-24' ? off : []),
  });
  const afternoon = { from: 13 * 60, until: 24 * 60 };

  it.each([
    ['an afternoon', offOn(day, afternoon), 4],
    [
      'before and after work',
      offOn(day, { from: 0, until: 540 }, { from: 1020, until: 1440 }),
      8,
    ],
    ['an hour within', offOn(day, { from: 600, until: 660 }), 7],
    [
      'two that overlap',
      offOn(day, { from: 660, until: 780 }, { from: 600, until: 720 }),
      5,
    ],
    ['all of it', offOn(day, { from: 0, until: 1440 }), 0],
    ['the evening of a night', offOn(night, afternoon), 6],
  ])('lose %s', (_, calendar, hours) => {
    expect(
      between('2026-12-24T06:00+01:00', '2026-12-25T06:00+01:00', calendar),
    ).toBe(hours);
    // As one of many days, too.
    expect(
      between('2026-12-21T06:00+01:00', '2026-12-29T06:00+01:00', calendar),
    ).toBe(40 + hours);
    expect(hoursOfShift({ weekday: 4, date: '2026-12-24' }, calendar)).toBe(
      hours,
    );
  });

  it('lose the small hours of the night before', () => {
    const calendar = offOn(night, { from: 0, until: 4 * 60 });
    expect(
      between('2026-12-23T12:00+01:00', '2026-12-24T12:00+01:00', calendar),
    ).toBe(4);
  });

  it('go on after what is off', () => {
    expect(add('2026-12-24T12:00+01:00', 2, offOn(day, afternoon))).toBe(
      '2026-12-25T09:00:00.000Z',
    );
  });
});

import fc from 'fast-check';
import {
  addBusinessHours,
  businessHoursBetween,
  overlapHours,
  readBusinessHours,
  toBusinessDuration,
} from './businessHours';
import { WorkingCalendar } from './shifts';

const berlin: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};
const losAngeles = { ...berlin, timeZone: 'America/Los_Angeles' };
const kolkata = { ...berlin, timeZone: 'Asia/Kolkata' };
/** Works in the nights in which clocks change, too. */
const nights = (timeZone: string): WorkingCalendar => ({
  timeZone,
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  until: '08:00',
});
const without = (...days: string[]): WorkingCalendar => ({
  ...berlin,
  isDayOff: date => days.includes(date),
});

/** Hours of work between two moments, as ISO 8601. */
const between = (start: string, end: string, calendar = berlin) =>
  businessHoursBetween(new Date(start), new Date(end), calendar);
const add = (start: string, hours: number, calendar = berlin) =>
  addBusinessHours(new Date(start), hours, calendar).toISOString();

describe('businessHoursBetween', () => {
  it.each([
    ['a morning', '2026-07-06T09:00+02:00', '2026-07-06T12:00+02:00', 3],
    ['a day', '2026-07-06T09:00+02:00', '2026-07-06T17:00+02:00', 8],
    ['around a day', '2026-07-06T00:00+02:00', '2026-07-06T23:59+02:00', 8],
    ['minutes', '2026-07-06T10:10+02:00', '2026-07-06T10:40+02:00', 0.5],
    ['before work', '2026-07-06T06:00+02:00', '2026-07-06T09:00+02:00', 0],
    ['its first hour', '2026-07-06T06:00+02:00', '2026-07-06T10:00+02:00', 1],
    ['its last hour', '2026-07-06T16:00+02:00', '2026-07-06T22:00+02:00', 1],
    ['after work', '2026-07-06T17:00+02:00', '2026-07-06T23:00+02:00', 0],
    ['a night', '2026-07-06T17:00+02:00', '2026-07-07T09:00+02:00', 0],
    ['two days', '2026-07-06T16:00+02:00', '2026-07-07T10:00+02:00', 2],
    ['three days', '2026-07-06T16:00+02:00', '2026-07-08T10:00+02:00', 10],
    ['over a weekend', '2026-07-03T15:00+02:00', '2026-07-06T10:30+02:00', 3.5],
    [
      'from Friday night',
      '2026-07-03T17:00+02:00',
      '2026-07-06T09:00+02:00',
      0,
    ],
    ['a weekend', '2026-07-04T09:00+02:00', '2026-07-05T17:00+02:00', 0],
    ['from a Saturday', '2026-07-04T12:00+02:00', '2026-07-07T09:00+02:00', 8],
    ['to a Sunday', '2026-07-03T09:00+02:00', '2026-07-05T23:00+02:00', 8],
    ['a year’s end', '2026-12-31T16:00+01:00', '2027-01-01T10:00+01:00', 2],
    ['a leap day', '2028-02-28T17:00+01:00', '2028-03-01T09:00+01:00', 8],
    ['no time', '2026-07-06T10:00+02:00', '2026-07-06T10:00+02:00', 0],
    ['the way back', '2026-07-07T10:00+02:00', '2026-07-06T10:00+02:00', 0],
  ])('counts the hours of work in %s', (_, start, end, hours) => {
    expect(between(start, end)).toBeCloseTo(hours, 9);
  });

  it('takes days for those of the calendar’s zone', () => {
    // Friday evening in Los Angeles is Saturday in Berlin
    const [start, end] = ['2026-07-10T22:00:00Z', '2026-07-11T00:00:00Z'];
    expect(between(start, end, losAngeles)).toBeCloseTo(2);
    expect(between(start, end, berlin)).toBe(0);
    // zones that are half an hour off
    const morning = ['2026-07-06T03:00:00Z', '2026-07-06T04:00:00Z'] as const;
    expect(between(...morning, kolkata)).toBeCloseTo(0.5);
  });

  it.each([
    ['Berlin', berlin, '2026-03-27T15:00:00Z', '2026-03-30T08:00:00Z', 2],
    ['Berlin', berlin, '2026-10-23T14:00:00Z', '2026-10-26T09:00:00Z', 2],
    ['LA', losAngeles, '2026-03-06T23:00:00Z', '2026-03-09T17:00:00Z', 3],
    ['LA', losAngeles, '2026-10-30T23:00:00Z', '2026-11-02T18:00:00Z', 2],
  ])(
    'keeps office hours over a change of clocks in %s',
    (_, calendar, start, end, hours) => {
      expect(between(start, end, calendar)).toBeCloseTo(hours, 9);
    },
  );

  it.each([
    ['Europe/Berlin', '2026-03-29T00:00+01:00', '2026-03-29T08:00+02:00', 7],
    ['Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-25T08:00+01:00', 9],
    [
      'America/Los_Angeles',
      '2026-03-08T00:00-08:00',
      '2026-03-08T08:00-07:00',
      7,
    ],
    [
      'America/Los_Angeles',
      '2026-11-01T00:00-07:00',
      '2026-11-01T08:00-08:00',
      9,
    ],
    // Lord Howe's summer time is half an hour.
    [
      'Australia/Lord_Howe',
      '2026-04-05T00:00+11:00',
      '2026-04-05T08:00+10:30',
      8.5,
    ],
  ])(
    'counts a night in which clocks change in %s as long as it is',
    (timeZone, start, end, hours) => {
      const calendar = nights(timeZone);
      expect(between(start, end, calendar)).toBeCloseTo(hours, 9);
      // on the first and on the last day of a span
      const before = new Date(Date.parse(start) - 3_600_000).toISOString();
      const after = new Date(Date.parse(end) + 17 * 3_600_000).toISOString();
      expect(between(before, end, calendar)).toBeCloseTo(hours, 9);
      expect(between(start, after, calendar)).toBeCloseTo(hours + 1, 9);
    },
  );

  it('counts whole days of long spans by the calendar alone', () => {
    expect(between('2026-10-19T07:00:00Z', '2026-11-02T16:00:00Z')).toBeCloseTo(
      11 * 8,
    );
  });

  it('counts no more than a thousand days between the first and the last', () => {
    const every = nights('UTC');
    const [start, day] = [Date.UTC(2020, 0, 1), 86_400_000];
    const over = (days: number) =>
      businessHoursBetween(
        new Date(start),
        new Date(start + days * day + day / 2),
        every,
      );
    expect(over(1000)).toBe(1001 * 8);
    expect(over(1001)).toBe(1002 * 8);
    expect(over(1002)).toBe(1002 * 8);
    expect(over(5000)).toBe(1002 * 8);
  });

  it.each([
    ['between', '2026-07-06T09:00+02:00', '2026-07-08T17:00+02:00', 16],
    ['at the start', '2026-07-07T09:00+02:00', '2026-07-08T17:00+02:00', 8],
    ['at the end', '2026-07-06T09:00+02:00', '2026-07-07T17:00+02:00', 8],
    ['alone', '2026-07-07T09:00+02:00', '2026-07-07T17:00+02:00', 0],
    ['before', '2026-07-08T09:00+02:00', '2026-07-08T17:00+02:00', 8],
  ])('leaves a day off out %s', (_, start, end, hours) => {
    expect(between(start, end, without('2026-07-07'))).toBeCloseTo(hours, 9);
  });

  it('asks for days off in the calendar’s own zone', () => {
    // Tuesday morning in Kolkata is Monday in Los Angeles and UTC.
    const off = { isDayOff: (date: string) => date === '2026-07-07' };
    const span = ['2026-07-06T22:00:00Z', '2026-07-07T05:30:00Z'] as const;
    expect(between(...span, { ...kolkata, ...off })).toBe(0);
    expect(between(...span, { ...losAngeles, ...off })).toBeCloseTo(2);
  });

  it('counts minutes of the hours of work', () => {
    const early = { ...berlin, from: '07:45', until: '16:15' };
    const monday = '2026-07-06T00:00+02:00';
    expect(between(monday, '2026-07-07T00:00+02:00', early)).toBeCloseTo(8.5);
    expect(between(monday, '2026-07-09T08:00+02:00', early)).toBeCloseTo(25.75);
  });

  it('is nothing where a day off falls on a weekend anyway', () => {
    expect(
      between(
        '2026-07-03T09:00+02:00',
        '2026-07-06T17:00+02:00',
        without('2026-07-04', '2026-07-05'),
      ),
    ).toBeCloseTo(16);
  });
});

describe('addBusinessHours', () => {
  it.each([
    ['within a day', '2026-07-06T09:00+02:00', 3, '2026-07-06T12:00+02:00'],
    ['to closing', '2026-07-06T09:00+02:00', 8, '2026-07-06T17:00+02:00'],
    ['past closing', '2026-07-06T09:00+02:00', 8.5, '2026-07-07T09:30+02:00'],
    ['at closing', '2026-07-06T17:00+02:00', 1, '2026-07-07T10:00+02:00'],
    ['before opening', '2026-07-06T05:00+02:00', 1, '2026-07-06T10:00+02:00'],
    ['at night', '2026-07-06T23:00+02:00', 1, '2026-07-07T10:00+02:00'],
    ['two days', '2026-07-06T12:00+02:00', 16, '2026-07-08T12:00+02:00'],
    ['over a weekend', '2026-07-03T15:00+02:00', 8, '2026-07-06T15:00+02:00'],
    ['Friday night', '2026-07-03T17:00+02:00', 2, '2026-07-06T11:00+02:00'],
    ['a Saturday', '2026-07-04T12:00+02:00', 8, '2026-07-06T17:00+02:00'],
    ['a Sunday', '2026-07-05T23:59+02:00', 1, '2026-07-06T10:00+02:00'],
    ['a year’s end', '2026-12-31T16:00+01:00', 2, '2027-01-01T10:00+01:00'],
    ['spring', '2026-03-27T16:00+01:00', 2, '2026-03-30T10:00+02:00'],
    ['autumn', '2026-10-23T16:00+02:00', 2, '2026-10-26T10:00+01:00'],
    ['no time', '2026-07-06T10:00+02:00', 0, '2026-07-06T10:00+02:00'],
    ['none, late', '2026-07-06T17:00+02:00', 0, '2026-07-07T09:00+02:00'],
    ['none, early', '2026-07-06T05:00+02:00', 0, '2026-07-06T09:00+02:00'],
  ])('adds hours of work: %s', (_, start, hours, end) => {
    expect(add(start, hours)).toBe(new Date(end).toISOString());
  });

  it('keeps the clocks of its zone', () => {
    // Los Angeles changes its clocks on other Sundays than Berlin.
    expect(add('2026-03-06T16:00-08:00', 2, losAngeles)).toBe(
      '2026-03-09T17:00:00.000Z',
    );
    expect(add('2026-10-30T16:00-07:00', 2, losAngeles)).toBe(
      '2026-11-02T18:00:00.000Z',
    );
    expect(add('2026-07-06T16:30+05:30', 1, kolkata)).toBe(
      '2026-07-07T04:00:00.000Z',
    );
  });

  it.each([
    ['2026-03-29T00:00+01:00', 7, '2026-03-29T08:00+02:00'],
    ['2026-10-25T00:00+02:00', 9, '2026-10-25T08:00+01:00'],
  ])('works as long as the night of %s is: %s hours', (start, hours, end) => {
    expect(add(start, hours, nights('Europe/Berlin'))).toBe(
      new Date(end).toISOString(),
    );
  });

  it('takes minutes of the hours of work', () => {
    const early = { ...berlin, from: '07:45', until: '16:15' };
    expect(add('2026-07-06T16:00+02:00', 0.5, early)).toBe(
      '2026-07-07T06:00:00.000Z',
    );
  });

  it('leaves days off out', () => {
    const friday = '2026-07-03T16:00+02:00';
    // Monday and Tuesday are holidays.
    const calendar = without('2026-07-06', '2026-07-07');
    expect(add(friday, 1, calendar)).toBe('2026-07-03T15:00:00.000Z');
    expect(add(friday, 2, calendar)).toBe('2026-07-08T08:00:00.000Z');
    expect(add('2026-07-06T10:00+02:00', 1, calendar)).toBe(
      '2026-07-08T08:00:00.000Z',
    );
  });

  it('counts every hour where nobody ever works', () => {
    const never = { ...berlin, isDayOff: () => true };
    expect(add('2026-07-03T16:00:00Z', 30, never)).toBe(
      '2026-07-04T22:00:00.000Z',
    );
  });

  it('looks a thousand days ahead, and then counts every hour', () => {
    // From a Thursday on, day 999 is a Tuesday and day 1000 a Wednesday.
    const start = '2026-01-01T00:00:00Z';
    const only = (date: string): WorkingCalendar => ({
      ...berlin,
      timeZone: 'UTC',
      isDayOff: day => day !== date,
    });
    expect(add(start, 1, only('2028-09-26'))).toBe('2028-09-26T10:00:00.000Z');
    expect(add(start, 1, only('2028-09-27'))).toBe('2026-01-01T01:00:00.000Z');
  });

  it('is the way back of counting', () => {
    const calendars = [
      berlin,
      losAngeles,
      kolkata,
      without('2026-03-30', '2026-12-25', '2027-01-01'),
    ];
    const start = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 100 * 60 }),
        (calendar, minutes, worked) => {
          const from = new Date(start + minutes * 60_000);
          const due = addBusinessHours(from, worked / 60, calendar);
          expect(businessHoursBetween(from, due, calendar)).toBeCloseTo(
            worked / 60,
            6,
          );
        },
      ),
      { numRuns: 50, seed: 20_260_706 },
    );
  });
});

describe('overlapHours', () => {
  const monday = new Date('2026-07-06T04:00:00Z');

  it('is what two people share of the first one’s day', () => {
    const tokyo = { ...berlin, timeZone: 'Asia/Tokyo' };
    const lisbon = { ...berlin, timeZone: 'Europe/Lisbon' };
    expect(overlapHours(berlin, berlin, monday)).toBeCloseTo(8);
    expect(overlapHours(berlin, lisbon, monday)).toBeCloseTo(7);
    expect(overlapHours(berlin, tokyo, monday)).toBeCloseTo(1);
    expect(overlapHours(berlin, kolkata, monday)).toBeCloseTo(4.5);
    expect(overlapHours(berlin, losAngeles, monday)).toBe(0);
  });

  it('is nothing on a day off of either', () => {
    const sunday = new Date('2026-07-05T04:00:00Z');
    expect(overlapHours(berlin, berlin, sunday)).toBe(0);
    const off = without('2026-07-06');
    expect(overlapHours(off, berlin, monday)).toBe(0);
    expect(overlapHours(berlin, off, monday)).toBe(0);
    const daily = { ...berlin, workingDays: [1, 2, 3, 4, 5, 6, 7] };
    expect(overlapHours(daily, berlin, sunday)).toBe(0);
    expect(overlapHours(daily, daily, sunday)).toBeCloseTo(8);
  });

  it('takes today for that of the first one', () => {
    // It is Monday in Kolkata, and still Sunday in Los Angeles.
    const now = new Date('2026-07-06T03:00:00Z');
    expect(overlapHours(losAngeles, losAngeles, now)).toBe(0);
    expect(overlapHours(kolkata, kolkata, now)).toBeCloseTo(8);
  });

  it.each([
    ['2026-07-06T06:59:00Z', 8],
    ['2026-07-06T10:00:00Z', 5],
    ['2026-07-06T14:30:00Z', 0.5],
    ['2026-07-06T15:00:00Z', 0],
    ['2026-07-06T21:59:59Z', 0],
  ])('is of what is left of the day at %s', (now, hours) => {
    expect(overlapHours(berlin, berlin, new Date(now))).toBeCloseTo(hours);
  });
});

describe('toBusinessDuration', () => {
  it.each([
    [8, 'P1D'],
    [16, 'P2D'],
    [40, 'P5D'],
    [4, 'PT4H'],
    [12, 'PT12H'],
    [7.5, 'PT7H30M'],
    [0.25, 'PT0H15M'],
  ])('writes %d hours as %s, which is read as it was', (hours, duration) => {
    expect(toBusinessDuration(hours)).toBe(duration);
    expect(readBusinessHours(duration)).toBe(hours);
  });
});

describe('readBusinessHours', () => {
  it.each([
    ['PT8H', 8],
    ['P1D', 8],
    ['P2D', 16],
    ['P1W', 40],
    ['PT90M', 1.5],
    ['PT8H30M', 8.5],
    ['P1DT1H', 9],
    ['P1W2DT3H30M', 59.5],
    [' PT8H\n', 8],
    ['P0D', 0],
    ['P9999W', 399_960],
    ['P9999D', 79_992],
    ['PT99999H', 99_999],
    ['PT999960M', 16_666],
  ])('takes a day for eight hours: %j is %s', (text, hours) => {
    expect(readBusinessHours(text)).toBe(hours);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '8h',
    'p1d',
    'P1M',
    'P1Y',
    'P1D1W',
    '-PT8H',
    'PT1.5H',
    'PT5S',
    'PT1M2H',
    'xPT8H',
    'PT8Hx',
    'P10000W',
    'P10000D',
    'PT100000H',
    'PT1000000M',
  ])('is undefined for %j', text => {
    expect(readBusinessHours(text)).toBeUndefined();
  });
});

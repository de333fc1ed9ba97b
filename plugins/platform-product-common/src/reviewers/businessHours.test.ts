import {
  addBusinessHours,
  businessHoursBetween,
  overlapHours,
  readBusinessHours,
  WorkingCalendar,
} from './businessHours';

const berlin: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};
const at = (text: string) => new Date(text);

describe('businessHoursBetween', () => {
  it('counts hours of work only', () => {
    // A Friday afternoon to the next Monday morning, in summer time.
    expect(
      businessHoursBetween(
        at('2026-07-03T13:00:00Z'),
        at('2026-07-06T08:30:00Z'),
        berlin,
      ),
    ).toBeCloseTo(2 + 1.5);
    expect(
      businessHoursBetween(
        at('2026-07-06T06:00:00Z'),
        at('2026-07-06T20:00:00Z'),
        berlin,
      ),
    ).toBeCloseTo(8);
    expect(
      businessHoursBetween(
        at('2026-07-04T06:00:00Z'),
        at('2026-07-05T20:00:00Z'),
        berlin,
      ),
    ).toBe(0);
    expect(
      businessHoursBetween(
        at('2026-07-06T08:00:00Z'),
        at('2026-07-06T08:00:00Z'),
        berlin,
      ),
    ).toBe(0);
  });

  it('counts long spans by whole days, over the end of summer time', () => {
    expect(
      businessHoursBetween(
        at('2026-10-19T07:00:00Z'),
        at('2026-11-02T16:00:00Z'),
        berlin,
      ),
    ).toBeCloseTo(11 * 8);
  });

  it('leaves days off out', () => {
    const calendar = {
      ...berlin,
      isDayOff: (date: string) => date === '2026-07-07',
    };
    expect(
      businessHoursBetween(
        at('2026-07-06T07:00:00Z'),
        at('2026-07-08T15:00:00Z'),
        calendar,
      ),
    ).toBeCloseTo(16);
  });
});

describe('addBusinessHours', () => {
  it('is the way back', () => {
    const start = at('2026-07-03T13:00:00Z');
    const due = addBusinessHours(start, 8, berlin);
    expect(due).toEqual(at('2026-07-06T13:00:00Z'));
    expect(businessHoursBetween(start, due, berlin)).toBeCloseTo(8);
  });
});

describe('overlapHours', () => {
  it('is what two people share of the first one’s day', () => {
    const tokyo = { ...berlin, timeZone: 'Asia/Tokyo' };
    const lisbon = { ...berlin, timeZone: 'Europe/Lisbon' };
    const monday = at('2026-07-06T10:00:00Z');
    expect(overlapHours(berlin, lisbon, monday)).toBeCloseTo(7);
    expect(overlapHours(berlin, tokyo, monday)).toBeCloseTo(1);
    expect(overlapHours(berlin, lisbon, at('2026-07-05T10:00:00Z'))).toBe(0);
  });
});

describe('readBusinessHours', () => {
  it('takes a day for eight hours', () => {
    expect(readBusinessHours('PT8H')).toBe(8);
    expect(readBusinessHours('P2D')).toBe(16);
    expect(readBusinessHours('P1W')).toBe(40);
    expect(readBusinessHours('PT90M')).toBe(1.5);
    for (const bad of ['', 'P', 'PT', '8h', 'P1M', 'P1Y', '-PT8H', 'PT1.5H']) {
      expect(readBusinessHours(bad)).toBeUndefined();
    }
  });
});

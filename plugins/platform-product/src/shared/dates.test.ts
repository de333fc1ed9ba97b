import { Settings } from 'luxon';
import { letItBe } from '../__testUtils__/clock';
import {
  endOfInputDay,
  formatDay,
  formatLastDay,
  formatMoment,
  formatRelative,
  toInputDay,
} from './dates';

const zones = ['America/Los_Angeles', 'UTC', 'Asia/Kolkata'] as const;

describe('dates, as the reader has them', () => {
  it.each([
    ['America/Los_Angeles', 'Dec 2, 2026', 'Dec 2, 2026, 4:30 PM'],
    ['UTC', 'Dec 3, 2026', 'Dec 3, 2026, 12:30 AM'],
    ['Asia/Kolkata', 'Dec 3, 2026', 'Dec 3, 2026, 6:00 AM'],
  ])('tell a moment in %s', (zone, day, moment) => {
    Settings.defaultZone = zone;
    expect(formatDay('2026-12-03T00:30:00.000Z')).toBe(day);
    expect(formatMoment('2026-12-03T00:30:00.000Z').replace(/\s/g, ' ')).toBe(
      moment,
    );
  });

  it.each(zones)('leave a day without a time what it is, in %s', zone => {
    Settings.defaultZone = zone;
    expect(formatDay('2026-12-03')).toBe('Dec 3, 2026');
  });

  it.each([
    ['2026-12-02T11:59:00.000Z', '1 minute ago'],
    ['2026-12-02T09:00:00.000Z', '3 hours ago'],
    ['2026-11-29T12:00:00.000Z', '3 days ago'],
    ['2026-12-02T12:40:00.000Z', 'in 40 minutes'],
    ['2027-12-02T12:00:00.000Z', 'in 1 year'],
  ])('tell how far away %s is', (moment, words) => {
    letItBe('2026-12-02T12:00:00.000Z');
    expect(formatRelative(moment)).toBe(words);
  });

  it('show what is no date as it stands', () => {
    expect(formatRelative('soon')).toBe('soon');
  });
});

describe('a date input', () => {
  it.each([
    ['America/Los_Angeles', '2026-12-31', '2027-01-01T07:59:59.999Z'],
    ['UTC', '2026-12-31', '2026-12-31T23:59:59.999Z'],
    ['Asia/Kolkata', '2026-12-31', '2026-12-31T18:29:59.999Z'],
    // Days of 23 and of 25 hours.
    ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('in %s gives %s until its end', (zone, day, end) => {
    Settings.defaultZone = zone;
    expect(endOfInputDay(day)?.toISOString()).toBe(end);
    expect(toInputDay(endOfInputDay(day)!)).toBe(day);
  });

  it.each(['', '2026-02-30', 'tomorrow'])('gives nothing for “%s”', day => {
    expect(endOfInputDay(day)).toBeUndefined();
  });
});

describe('the last day of a round', () => {
  it.each(zones)('is the one before it closes, in %s', zone => {
    Settings.defaultZone = zone;
    expect(formatLastDay('2027-01-01T00:00:00.000Z')).toBe('Dec 31, 2026');
    expect(formatLastDay('2028-03-01T00:00:00.000Z')).toBe('Feb 29, 2028');
  });
});

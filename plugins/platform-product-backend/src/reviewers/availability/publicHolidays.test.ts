import {
  isPublicHoliday,
  knowsHolidaysOf,
  publicTimeOff,
} from './publicHolidays';

it.each([
  ['DE', '2026-10-03', true, 'a holiday of the country'],
  ['DE-BE', '2026-10-03', true, 'one of the country, in its part'],
  ['DE-BE', '2026-03-08', true, 'a holiday of that part'],
  ['DE', '2026-03-08', false, 'one of a part, in the country'],
  ['DE-BY', '2026-03-08', false, 'one of another part'],
  ['US', '2026-10-03', false, 'one of another country'],
  ['DE', '2026-01-01', true, 'New Year'],
  ['DE', '2027-01-01', true, 'New Year of the next year'],
  ['DE', '2026-12-31', false, 'the last day of the year'],
  ['DE', '2026-04-03', true, 'Good Friday'],
  ['DE', '2027-03-26', true, 'Good Friday of the next year'],
  ['DE', '2027-04-03', false, 'where Good Friday was the year before'],
  ['US', '2026-02-14', false, 'a day that is only observed'],
  ['XX', '2026-01-01', false, 'a day of a country that does not exist'],
])('isPublicHoliday of %s on %s is %s: %s', (region, date, expected) => {
  expect(isPublicHoliday(region, date)).toBe(expected);
});

// What the tables of date-holidays say: `P3D`, `P5D`, `P6D` behind a rule.
it.each([
  ['AE', '2026-03-20', 3, 'Eid al-Fitr in the Emirates'],
  ['EG', '2026-05-27', 4, 'Eid al-Adha in Egypt'],
  ['BA', '2025-03-30', 3, 'days among which the clock changes'],
  ['AM', '2025-12-31', 7, 'New Year in Armenia, and what follows at once'],
  ['CX', '2026-02-17', 2, 'Chinese New Year on Christmas Island'],
  ['RU', '2026-01-01', 8, 'New Year in Russia'],
  ['VN', '2026-02-16', 5, 'Tet in Vietnam'],
  ['TR', '2026-03-20', 3, 'Ramazan Bayramı in Turkey'],
  ['TR', '2026-05-27', 4, 'Kurban Bayramı in Turkey'],
])('%s is off from %s for %i days: %s', (region, first, count) => {
  const start = Date.parse(first);
  const day = (number: number) =>
    new Date(start + number * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const off = [-1, ...Array(count + 1).keys()].map(number =>
    isPublicHoliday(region, day(number)),
  );
  expect(off).toEqual([false, ...Array(count).fill(true), false]);
});

it('goes on over the end of a year', () => {
  // Incwala in Eswatini, `12-28 P6D`
  expect(isPublicHoliday('SZ', '2026-12-28')).toBe(true);
  expect(isPublicHoliday('SZ', '2027-01-02')).toBe(true);
  expect(isPublicHoliday('SZ', '2027-01-04')).toBe(false);
});

it.each([
  ['IS', '2026-12-24', 13, 'Christmas Eve in Iceland'],
  ['GT', '2026-12-31', 12, 'New Year’s Eve in Guatemala'],
  ['HT', '2026-02-16', 14, 'Carnival in Haiti'],
  ['FO', '2026-06-05', 12, 'Constitution Day in the Faroes'],
  ['CW', '2026-12-31', 12, 'New Year’s Eve in Curaçao'],
])('%s is off on %s from %i:00: %s', (region, date, hour) => {
  expect(isPublicHoliday(region, date)).toBe(false);
  expect(publicTimeOff(region, date)).toEqual([
    { from: hour * 60, until: 24 * 60 },
  ]);
});

it('knows half days that are whole ones on a Sunday', () => {
  // `12-24 13:00 if sunday then 00:00`
  expect(isPublicHoliday('IS', '2028-12-24')).toBe(true);
});

it.each([
  ['CN', '2026-03-08', 'women'],
  ['CN', '2026-08-01', 'soldiers'],
  ['MG', '2026-03-08', 'women'],
])('%s has work on %s, which is off for %s only', (region, date) => {
  expect(publicTimeOff(region, date)).toEqual([]);
});

it.each([
  ['DE', true],
  ['DE-BE', true],
  ['XX', false],
  ['DE-XX', false],
  ['toString', false],
  ['DE-toString', false],
])('knowsHolidaysOf %s is %s', (region, expected) => {
  expect(knowsHolidaysOf(region)).toBe(expected);
});

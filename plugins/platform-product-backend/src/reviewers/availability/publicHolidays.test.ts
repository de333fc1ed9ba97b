import { isPublicHoliday, knowsHolidaysOf } from './publicHolidays';

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

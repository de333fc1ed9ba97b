import { findPeriods } from './findPeriods';
import { hoursOfPeriod } from './hoursOfPeriod';
import { readWords } from './readWords';

/** Business hours of the periods in a text. */
function hoursIn(text: string): Array<number | undefined> {
  const words = readWords(text);
  return findPeriods(words).map(period => hoursOfPeriod(words, period));
}

describe('hoursOfPeriod', () => {
  it.each<[string, number]>([
    // a day of work has eight hours, a week five days
    ['one business day', 8],
    ['the next working day', 8],
    ['the same day', 8],
    ['2 days', 16],
    ['five days', 40],
    ['6 days', 40],
    ['7 days', 40],
    ['seven business days', 56],
    ['10 days', 64],
    ['10 workdays', 80],
    ['5 week days', 40],
    ['14 days', 80],
    ['30 days', 176],
    ['a week', 40],
    ['two weeks', 80],
    ['a fortnight', 80],
    ['one month', 176],
    // hours of a clock are no hours of work
    ['an hour', 1],
    ['4 hours', 4],
    ['12 hours', 8],
    ['23 hours', 8],
    ['24 hours', 8],
    ['36 hrs', 12],
    ['48h', 16],
    ['72 hours', 24],
    ['16 working hours', 16],
    ['2d', 16],
    ['3w', 120],
    // ranges and halves
    ['1-2 business days', 16],
    ['two to three weeks', 120],
    ['3 to max 10 business days', 80],
    ['a day or two', 16],
    ['a week or so', 40],
    ['half a day', 4],
    ['a half day', 4],
    ['two and a half days', 20],
    // habits
    ['daily', 8],
    ['weekly', 40],
    ['fortnightly', 80],
    ['monthly', 176],
    ['every Monday', 40],
    ['each Tuesday', 40],
    ['every Wednesday', 40],
    ['every Thursday', 40],
    ['every Friday', 40],
    ['every Saturday', 40],
    ['every Sunday', 40],
    ['every two weeks', 80],
    ['every other week', 80],
    ['once a week', 40],
  ])('counts %j as %d', (text, hours) => {
    expect(hoursIn(text)).toEqual([hours]);
  });

  it.each([
    'a few days',
    'a couple of weeks',
    'several days',
    '48 (or more) hours',
    'biweekly',
    'twice a week',
    'every few months',
    'two day week',
  ])('does not guess how long %j is', text => {
    expect(hoursIn(text)).toEqual([undefined]);
  });
});

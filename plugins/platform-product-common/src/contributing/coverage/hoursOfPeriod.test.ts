import fc from 'fast-check';
import {
  readBusinessHours,
  toBusinessDuration,
} from '../../time/businessHours';
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
    // of part of an hour nobody is held to the minute
    ['25 hours', 9],
    ['40 hours', 14],
    ['half an hour', 1],
    ['1.3 days', 11],
    ['1.1 weeks', 44],
    // numbers in words, and those that are not whole
    ['twenty-four hours', 8],
    ['forty-eight hours', 16],
    ['seventy two hours', 24],
    ['fifteen business days', 120],
    ['thirty days', 176],
    ['1.5 business days', 12],
    ['0.5 days', 4],
    ['.5 days', 4],
    ['2,5 days', 20],
    ['1.5 weeks', 60],
    ['1.5h', 2],
    // ranges and halves
    ['1-2 business days', 16],
    ['two to three weeks', 120],
    ['3 to max 10 business days', 80],
    ['a day or two', 16],
    ['a week or so', 40],
    ['half a day', 4],
    ['a half day', 4],
    ['two and a half days', 20],
    ['two and half days', 20],
    ['one half day', 4],
    ['half of a day', 4],
    ['a day and a half', 12],
    ['a week and one half', 60],
    ['one and a half to two days', 16],
    ['half to one day', 8],
    ['24-48h', 16],
    ['between 2 and 5 business days', 40],
    ['twenty-four to forty-eight hours', 16],
    ['0-2 days', 16],
    ['two (2) business days', 16],
    // what stands behind it
    ['a day or two at most', 16],
    ['a day or two reviewers', 16],
    ['two days or three, if it is large', 24],
    ['two days or five comments', 16],
    ['two days or less', 16],
    ['a day and a review', 8],
    ['the same day and half of it', 12],
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
    ['once per day', 8],
    ['every other day', 16],
    // the longest
    ['four months', 688],
    ['90 business days', 720],
    ['18 weeks', 720],
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
    'a hundred hours',
    'a hundred and twenty hours',
    'a dozen days',
    // nothing, or longer than anybody promises
    '0 days',
    'zero days',
    'five months',
    '91 business days',
    '999 months',
    '999 days',
    // to be read in two ways, or not at all
    '1,000 hours',
    '1.000 hours',
    '1 000 hours',
    '1/2 day',
    '1½ days',
    // the least it takes, and one of two
    'a week or more',
    'two days or longer',
    'two days (three for large changes)',
    // rates
    'three times a week',
    'several times per day',
    'five times every month',
    'per week',
    'twice per week',
    'bi-weekly',
    'semi-monthly',
  ])('does not guess how long %j is', text => {
    expect(hoursIn(text)).toEqual([undefined]);
  });

  it.each([
    '1 day 12 hours',
    'one week and two days',
    'two hours and thirty minutes',
    'a day and a half hour',
    'two hours a day',
    'two hours every Monday',
    'two hours weekly',
  ])('does not take a part of %j for all of it', text => {
    expect(hoursIn(text)[0]).toBeUndefined();
  });

  it('answers whole hours of at most 90 days of work, which can be written and read', () => {
    const numbers = [
      ...['0', '1', '2', '24', '48', '999', '1.5', '2,25', '0.1', '1,000'],
      ...['a', 'two', 'forty', 'half', 'hundred', 'few', 'next', '(', ')'],
      ...['to', 'or', 'and', 'other', 'every', 'per', 'business', 'working'],
      ...['hours', 'day', 'weeks', 'months', '7h', '3.5d', 'monthly', 'daily'],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...numbers), { maxLength: 8 }),
        words => {
          for (const hours of hoursIn(words.join(' '))) {
            if (hours === undefined) continue;
            expect(Number.isInteger(hours)).toBe(true);
            expect(hours).toBeGreaterThan(0);
            expect(hours).toBeLessThanOrEqual(720);
            expect(readBusinessHours(toBusinessDuration(hours))).toBe(hours);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

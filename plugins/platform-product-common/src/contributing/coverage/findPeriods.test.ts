import { findPeriods } from './findPeriods';
import { readWords } from './readWords';

/** The periods in a text, those that are a habit in brackets. */
function periodsIn(text: string): string[] {
  const words = readWords(text);
  return findPeriods(words).map(({ start, end, rhythm }) => {
    const period = words.slice(start, end).join(' ');
    return rhythm ? `[${period}]` : period;
  });
}

describe('findPeriods', () => {
  it.each([
    ['within 3 days', ['3 days']],
    ['in 24 hours or 36 hrs', ['24 hours', '36 hrs']],
    ['an hour, 1 hr, 1 day', ['an hour', '1 hr', '1 day']],
    ['two workdays, one workday', ['two workdays', 'one workday']],
    ['1 weekday, 3 weekdays', ['1 weekday', '3 weekdays']],
    ['a week, 6 weeks', ['a week', '6 weeks']],
    ['a month, 2 months', ['a month', '2 months']],
    ['a fortnight', ['a fortnight']],
    ['2-3 days', ['2 3 days']],
    ['one or two weeks', ['one or two weeks']],
    ['a few business days', ['a few business days']],
    ['the next working day', ['next working day']],
    ['a couple of weeks', ['a couple of weeks']],
    ['half a day', ['half a day']],
    ['several calendar weeks', ['several calendar weeks']],
    ['a full work week', ['a full work week']],
    ['48 (or more) hours', ['48 ( or more ) hours']],
    ['5 to max 10 days', ['5 to max 10 days']],
    ['a week or so', ['a week']],
    ['two and a half days', ['two and a half days']],
    ['first or the same day', ['first or the same day']],
    ['three, four', []],
    ['five, six, seven, eight, nine, ten', []],
    [
      'twelve hours, fourteen days, thirty days',
      ['twelve hours', 'fourteen days', 'thirty days'],
    ],
    ['fifteen days, twenty-four hours', ['fifteen days', 'twenty four hours']],
    ['a hundred days, a dozen weeks', ['a hundred days', 'a dozen weeks']],
    ['1.5 days, 2,5 weeks', ['1.5 days', '2,5 weeks']],
    ['1½ days, 1/2 day', ['1½ days', '1/2 day']],
    ['999 days', ['999 days']],
    ['1000 days', []],
    ['1.1000 days', []],
    ['2nd day', []],
    // at most seven words
    ['a of of of of of day', ['a of of of of of day']],
    ['a of of of of of of day', []],
    ['a', []],
    ['3 business', []],
    ['3 of them took days', []],
    ['two day week', ['two day week']],
    ['days', []],
  ])('finds a term in %j', (text, periods) => {
    expect(periodsIn(text)).toEqual(periods);
  });

  it.each([
    ['48h', ['48h']],
    ['2d or 3w', ['2d', '3w']],
    ['999h', ['999h']],
    ['1.5h', ['1.5h']],
    ['1000h', []],
    ['2m', []],
    ['h', []],
    ['xh', []],
    ['1xd', []],
  ])('finds a short term in %j', (text, periods) => {
    expect(periodsIn(text)).toEqual(periods);
  });

  it.each([
    ['every week', ['[every week]']],
    ['each day', ['[each day]']],
    ['per month', ['[per month]']],
    ['every two weeks', ['[every two weeks]']],
    ['every other week', ['[every other week]']],
    ['every Monday and each Sunday', ['[every monday]', '[each sunday]']],
    ['every Tuesday', ['[every tuesday]']],
    ['every Wednesday', ['[every wednesday]']],
    ['every Thursday', ['[every thursday]']],
    ['every Friday', ['[every friday]']],
    ['every Saturday', ['[every saturday]']],
    ['once a week', ['[once a week]']],
    ['twice a month', ['[twice a month]']],
    ['once every few months', ['[every few months]']],
    ['once the week is over', []],
    ['a Monday', []],
    ['daily, weekly, biweekly', ['[daily]', '[weekly]', '[biweekly]']],
    ['fortnightly, monthly', ['[fortnightly]', '[monthly]']],
    ['every of of of of of day', ['[every of of of of of day]']],
    ['every of of of of of of day', []],
    ['every contributor each time', []],
    ['every contributor a day', ['a day']],
    ['every', []],
  ])('finds a habit in %j', (text, periods) => {
    expect(periodsIn(text)).toEqual(periods);
  });

  it('goes on behind a period', () => {
    expect(periodsIn('in 2 days, 3 weeks or every day')).toEqual([
      '2 days',
      '3 weeks',
      '[every day]',
    ]);
    expect(findPeriods(['in', '2', 'days'])).toEqual([
      { start: 1, end: 3, rhythm: false },
    ]);
  });
});

import { findPeriods } from './findPeriods';
import { partOfClause } from './partOfClause';
import { readWords } from './readWords';

/** The parts of the periods in a text, with the period in brackets and a question mark for a condition. */
function partsIn(text: string): string[] {
  const clause = readWords(text);
  return findPeriods(clause).map(found => {
    const { words, period, condition } = partOfClause(clause, found);
    const part = [
      ...words.slice(0, period.start),
      `[${words.slice(period.start, period.end).join(' ')}]`,
      ...words.slice(period.end),
    ].join(' ');
    return condition ? `${part}?` : part;
  });
}

describe('partOfClause', () => {
  it.each<[string, string[]]>([
    ['We review within a day.', ['we review within [a day]']],
    [
      'We triage within a day and review within a week.',
      ['we triage within [a day]', 'and review within [a week]'],
    ],
    // another thing that the sentence says
    [
      'We review within a day, but merge within a week.',
      ['we review within [a day]', 'but merge within [a week]'],
    ],
    [
      'We review within a day, so please ask us after a week.',
      ['we review within [a day]', 'so please ask us after [a week]'],
    ],
    ['Open it and we review within a day.', ['and we review within [a day]']],
    // brackets
    ['We (all of us) review within a day.', ['we review within [a day]']],
    ['We review (within a day (or so)) it.', ['( within [a day] )']],
    [
      'We review within 48 (or more) hours.',
      ['we review within [48 ( or more ) hours]'],
    ],
    ['We review (within a day.', ['( within [a day]']],
    ['a) We review within a day.', ['a ) we review within [a day]']],
  ])('is what %j says of each period', (text, parts) => {
    expect(partsIn(text)).toEqual(parts);
  });

  it.each<[string, string]>([
    ['If you ask us, we review within a day.', ', we review within [a day]'],
    ['We review within a day if you ask us.', 'we review within [a day]'],
    [
      'We read, if not merge, all within a day.',
      'we read , , all within [a day]',
    ],
    ['We review (if possible) within a day.', 'we review within [a day]'],
    ['Once you are done, wait a day.', ', wait [a day]'],
    ['We look at it once a week.', 'we look at it [once a week]'],
  ])('leaves out a condition: %j', (text, part) => {
    expect(partsIn(text)).toEqual([part]);
  });

  it.each([
    'If nobody answers within a day, ask us.',
    'Ask us if nobody answers within a day.',
    'Ask us (unless you hear from us within a day).',
    'If it (the change) has no answer within a day, ask us.',
    'Should you hear nothing within a day, ask us.',
    'Reviewers who answer within a day get a badge.',
  ])('tells where the period is in a condition: %j', text => {
    expect(partsIn(text).every(part => part.endsWith('?'))).toBe(true);
  });
});

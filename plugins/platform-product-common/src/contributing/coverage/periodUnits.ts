import { wordList } from './wordList';

export type PeriodUnit = 'hour' | 'day' | 'week' | 'month';

const UNIT_WORDS: ReadonlyMap<string, PeriodUnit> = new Map([
  ...wordList('hour hours hr hrs h').map(word => [word, 'hour'] as const),
  ...wordList('day days d workday workdays weekday weekdays daily').map(
    word => [word, 'day'] as const,
  ),
  ...wordList(
    'week weeks w weekly fortnight fortnightly',
    'monday tuesday wednesday thursday friday saturday sunday',
  ).map(word => [word, 'week'] as const),
  ...wordList('month months monthly').map(word => [word, 'month'] as const),
]);

/** The unit that a word of a period names. */
export const readUnit = (word: string): PeriodUnit | undefined =>
  UNIT_WORDS.get(word);

import type { Period } from './findPeriods';
import { createPhrases, Phrases } from './createPhrases';
import { isNumeral, readNumber } from './numberWords';
import { readUnit } from './periodUnits';
import { wordList } from './wordList';

/** Just before a period: how long a thing lasts, not how soon it comes. */
const DURATIONS = createPhrases([
  'at least',
  'minimum of',
  'no less than',
  'not less than',
  'for at',
  'older than',
  'last|past|previous',
]);

/** 'For two weeks', 'for about two weeks'; the longer phrase first, as it counts. */
const LASTING = createPhrases([
  'for|during|throughout about|around|roughly|over|another|the|nearly|almost',
  'for|during|throughout|until|till|lasts|lasting',
]);
/** 'We aim for two weeks' says how soon. */
const AIMING: ReadonlySet<string> = new Set(
  wordList('aim aims aiming strive target hope allow'),
);

/** Just behind a period: what it is the length or the rhythm of, or the work that it takes. */
const MEASURED = createPhrases([
  'release|releases|meeting|meetings|call|calls|sync|sprint|sprints|iteration|iterations|cycle|cycles|newsletter|standup|build|builds|freeze|embargo|notice|trial|window|old|ago|long|worth|milestone',
  'of work|effort|coding|time|experience|activity|contributing|contributions|participation|silence|inactivity',
  'comment|discussion|grace|waiting|voting|review period|window',
  'until|till|before ..3 release|releases|merge|merged|landing|published|publication',
]);

/** 'Less than an hour to review' is how much there is to read. */
const READING = createPhrases([
  'to review|read',
  "of a|the|your|our|someone's",
]);

/** What somebody spends, and the work that somebody does in a time. */
const EFFORTS = createPhrases([
  'spend|spends|spending|spent|dedicate|dedicates|devote|devotes|commit|invest ..5 hour|hours|day|days|week',
  'time|hours commitment',
]);
const TAKES_HOURS = createPhrases(['take|takes|taking ..5 hour|hours']);

/** 'Two a week' counts how many. */
const RATE_WORDS: ReadonlySet<string> = new Set(
  wordList('a an per each every'),
);
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);
const COUNTED: ReadonlySet<string> = new Set(
  wordList(
    'pr prs pull request requests review reviews issue issues patch patches change changes',
    'ticket tickets mr mrs merge contribution contributions hours hour',
  ),
);
/** Words between a number and the time in which so many are done. */
const LONGEST_COUNTED = 4;

const endsAt = (phrases: Phrases, words: readonly string[]): boolean =>
  phrases.findAll(words).some(({ end }) => end === words.length);

const startsAt = (phrases: Phrases, words: readonly string[]): boolean =>
  phrases.findAll(words)[0]?.start === 0;

const isCount = (word: string): boolean =>
  !ARTICLES.has(word) && (isNumeral(word) || readNumber(word) !== undefined);

/** 'We do not review for two weeks'. */
function lasts(clause: readonly string[], { start, rhythm }: Period): boolean {
  const lead = clause.slice(0, start);
  return (
    !rhythm &&
    !AIMING.has(lead[lead.length - 2]) &&
    (endsAt(LASTING, lead) || DURATIONS.isIn(lead.slice(-3)))
  );
}

/** 'One or two a week': a number, and then the time in which so many are done. */
function isCountPerTime(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      RATE_WORDS.has(word) &&
      index > 0 &&
      isCount(words[index - 1]) &&
      readUnit(words[index + 1] ?? '') !== undefined,
  );
}

/** 'Five reviews every week', 'two PRs a month'. */
function followsCount(
  clause: readonly string[],
  { start, rhythm }: Period,
): boolean {
  const isPerTime = rhythm || ARTICLES.has(clause[start]);
  const lead = clause.slice(Math.max(0, start - LONGEST_COUNTED), start);
  const last = lead[lead.length - 1] ?? '';
  return (
    isPerTime &&
    (isCount(last) ||
      (COUNTED.has(last) &&
        lead.some((word, index) => isCount(word) && lead[index + 1] !== 'of')))
  );
}

/**
 * Whether a period is no time within which something comes, but how long something
 * lasts, how much work it is, or how many of something are done in it.
 */
export function isOtherTime(
  clause: readonly string[],
  period: Period,
): boolean {
  const { start, end } = period;
  const behind = clause.slice(end);
  const isRate = RATE_WORDS.has(behind[0]) && readUnit(behind[1] ?? '');
  return (
    lasts(clause, period) ||
    startsAt(MEASURED, behind) ||
    Boolean(isRate) ||
    isCountPerTime(clause.slice(start, end)) ||
    followsCount(clause, period) ||
    EFFORTS.isIn(clause.slice(0, end)) ||
    (startsAt(READING, behind) && TAKES_HOURS.isIn(clause.slice(0, end)))
  );
}

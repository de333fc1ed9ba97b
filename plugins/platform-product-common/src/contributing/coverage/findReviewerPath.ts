import type { GuideStatement, RankedFinding } from './GuideStatement';
import type { PhraseMatch } from './createPhrases';
import { passageOf } from './passageOf';
import {
  BECOMING,
  CRITERIA,
  DUTIES,
  GIVING_IT,
  OTHER_MATTERS,
  POINTERS,
  PROCEDURES,
  ROLES,
  STEPS,
  STRONG_STEPS,
  THANKS,
  WAY_HEADINGS,
} from './reviewerVocabulary';
import { wordList } from './wordList';

/** With one of these, something else becomes something for somebody in a role. */
const ASIDE: ReadonlySet<string> = new Set(
  wordList('for to by that if when in on from between with hard clear'),
);

/** Where a person comes into a role. 'It becomes hard for reviewers' is no such thing. */
function becomings(words: readonly string[]): readonly PhraseMatch[] {
  return BECOMING.findAll(words).filter(
    ({ start, end }) =>
      !words[start].startsWith('becom') ||
      words.slice(start, end).every(word => !ASIDE.has(word)),
  );
}

/** Whether one sentence says that somebody comes into a role, and by what. */
function saysAll(words: readonly string[]): boolean {
  const found = becomings(words);
  if (!found.length || !ROLES.isIn(words)) return false;
  if (PROCEDURES.isIn(words)) return true;
  // The words of the role are no criteria themselves.
  const taken = new Set(
    found.flatMap(({ start, end }) =>
      words.slice(start, end).map((_, index) => start + index),
    ),
  );
  return CRITERIA.isIn(words.filter((_, index) => !taken.has(index)));
}

const promisesWay = (words: readonly string[]): boolean =>
  WAY_HEADINGS.isIn(words) || becomings(words).length > 0;

/**
 * Finds a criterion or a step by which a contributor gets a reviewing role. Best is a
 * sentence that says all of it; a step in a list or under a heading will do, unless it
 * tells what people in the role do.
 */
export function findReviewerPath(
  statement: GuideStatement,
): RankedFinding | undefined {
  const { words, kind, headings, intro, before } = statement;
  if (
    kind === 'code' ||
    statement.linkOnly ||
    statement.text.endsWith('?') ||
    OTHER_MATTERS.isIn(words) ||
    POINTERS.isIn(words)
  )
    return undefined;
  if (saysAll(words)) return passageOf(statement, 0);
  if (
    before &&
    ROLES.isIn(before.words) &&
    GIVING_IT.isIn(words) &&
    CRITERIA.isIn(words)
  )
    return passageOf(statement, 1, before);
  if (
    !STEPS.isIn(words) ||
    THANKS.isIn(words) ||
    DUTIES.isIn(words) ||
    DUTIES.isIn(intro?.words ?? [])
  )
    return undefined;
  if (kind === 'item' && intro && promisesWay(intro.words))
    return passageOf(statement, 1, intro);
  if (before?.text.endsWith('?') && promisesWay(before.words))
    return passageOf(statement, 1, before);
  const isUnderWay = WAY_HEADINGS.isIn(
    headings[headings.length - 1]?.words ?? [],
  );
  if (!isUnderWay) return undefined;
  return passageOf(statement, STRONG_STEPS.isIn(words) ? 2 : 3);
}

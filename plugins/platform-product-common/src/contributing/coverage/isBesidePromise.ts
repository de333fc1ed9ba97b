import type { ClausePart } from './partOfClause';
import {
  ASSURANCES,
  CHASES,
  CONTRIBUTIONS,
  CONVERSATIONS,
  HABITS,
  NEGATIONS,
  OTHERS_DUTIES,
  OTHER_SUBJECTS,
  SOONER,
} from './promiseVocabulary';
import type { Phrases } from './createPhrases';
import { wordList } from './wordList';

/** With these a sentence bids the reader to do something, or says what for. */
const BIDS: ReadonlySet<string> = new Set(
  wordList(
    'to leave add send submit post share open file address incorporate apply resolve',
    'make update push rebase finish ask request wait keep',
  ),
);
const POLITE: ReadonlySet<string> = new Set(
  wordList('please kindly then and also just'),
);

/** Whether a phrase is found that begins no phrase of the exceptions. */
function saysBut(
  words: readonly string[],
  phrases: Phrases,
  exceptions: Phrases,
): boolean {
  const excepted = new Set(exceptions.findAll(words).map(({ start }) => start));
  return phrases.findAll(words).some(({ start }) => !excepted.has(start));
}

const bids = (words: readonly string[]): boolean =>
  BIDS.has(words.find(word => !POLITE.has(word)) ?? '');

/**
 * Whether a period is named beside what is promised: in a condition or a denial, for
 * when to remind somebody, for what is usual, for something else than contributions,
 * or for what contributors and bots do.
 */
export function isBesidePromise(
  part: ClausePart,
  before: readonly string[],
): boolean {
  const { words, condition } = part;
  return (
    condition !== undefined ||
    CHASES.isIn(words) ||
    CHASES.isIn(before) ||
    OTHER_SUBJECTS.isIn(words) ||
    (CONVERSATIONS.isIn(words) && !CONTRIBUTIONS.isIn(words)) ||
    saysBut(before, HABITS, SOONER) ||
    saysBut(words, HABITS, SOONER) ||
    saysBut(words, NEGATIONS, ASSURANCES) ||
    OTHERS_DUTIES.isIn(words) ||
    bids(words)
  );
}

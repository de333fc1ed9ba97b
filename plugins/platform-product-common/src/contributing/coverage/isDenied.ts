import type { ClausePart } from './partOfClause';
import { createPhrases, Phrases } from './createPhrases';
import { NEGATIONS } from './promiseVocabulary';

/** Turn nothing round, or say that something comes no later. */
const REASSURANCES = createPhrases([
  "not|no|never|cannot|can't|won't|don't|doesn't|shouldn't ..5 more|longer|later|over than",
  'not only|just|uncommon|unusual',
  "not|don't ..1 worry|worried|hesitate|surprised|alarmed|discouraged|panic",
  'no matter|worries|problem',
]);

/** Behind a period: 'within a week is not guaranteed'. */
const LATE_DENIALS = createPhrases([
  'is|are|be|can ..1 not|never ..2 guaranteed|promised|possible|realistic|expected|feasible',
  "isn't|aren't|cannot|can't ..2 guaranteed|promised|possible|realistic|expected|feasible",
  'is|are ..1 unrealistic|impossible|unlikely|unreasonable',
]);

/** What was, and is not said to be so still. */
const PAST = createPhrases([
  'used to',
  'we|i|team|maintainers|reviewers reviewed|answered|responded|replied|triaged|acknowledged|looked|managed',
  'we|i|team|maintainers|reviewers usually|always|typically|mostly|even|only|generally reviewed|answered|responded|replied|triaged|acknowledged|managed',
  'was|were ..2 reviewed|answered|triaged|acknowledged|seen|able',
  'took|formerly|previously|originally',
  'in the past',
  'back then',
]);

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

function saysBut(
  words: readonly string[],
  phrases: Phrases,
  exceptions: Phrases,
): boolean {
  const excepted = new Set(
    exceptions
      .findAll(words)
      .flatMap(({ start, end }) =>
        words.slice(start, end).map((_, index) => start + index),
      ),
  );
  return phrases.findAll(words).some(({ start }) => !excepted.has(start));
}

/**
 * Whether what is said of a period is turned round ('we can't promise to answer within
 * two weeks') or over ('in 2021 we answered within two days').
 */
export function isDenied({ words, period }: ClausePart): boolean {
  const before = words.slice(0, period.start);
  return (
    PAST.isIn(words) ||
    before.some(isYear) ||
    LATE_DENIALS.isIn(words.slice(period.end)) ||
    // The limit itself may say 'no later than', so it is looked at with the period.
    saysBut(words.slice(0, period.end), NEGATIONS, REASSURANCES)
  );
}

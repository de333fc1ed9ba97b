import type { GuideStatement } from './GuideStatement';
import {
  ANSWERS,
  OTHER_ACTIONS,
  OTHER_MATTERS,
  DURATIONS,
  TIME_TOPICS,
} from './responseVocabulary';
import { findPeriods, Period } from './findPeriods';
import type { PhraseMatch } from './createPhrases';

/** 'This takes a week' is about what the sentence before says. */
export const BACK_REFERENCES: ReadonlySet<string> = new Set([
  'this',
  'it',
  'that',
  'which',
]);

/** Words apart that a verb and its period may stand. */
const REACH = 14;

function nearestDistance(
  matches: readonly PhraseMatch[],
  period: PhraseMatch,
  before: boolean,
): number {
  const distances = matches.map(({ start, end }) =>
    before ? period.start - end : start - period.end,
  );
  return distances.reduce(
    (least, distance) => (distance >= 0 && distance < least ? distance : least),
    Number.POSITIVE_INFINITY,
  );
}

/** Of the actions around a period, the one before it owns it; only where there is none, the one after. */
export function belongsToAnswer(
  clause: readonly string[],
  period: PhraseMatch,
): boolean {
  const answers = ANSWERS.findAll(clause);
  const others = OTHER_ACTIONS.findAll(clause);
  for (const before of [true, false]) {
    const answer = nearestDistance(answers, period, before);
    const other = nearestDistance(others, period, before);
    if (Math.min(answer, other) <= REACH) return answer <= other;
  }
  return false;
}

function clausesOf(words: readonly string[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const word of words) {
    if (word === ';') clauses.push([]);
    else clauses[clauses.length - 1].push(word);
  }
  return clauses;
}

/** A period, and the clause that names it. */
export interface NamedPeriod {
  readonly clause: readonly string[];
  readonly period: Period;
}

/** The periods that a statement names for how soon maintainers answer, review or triage. */
export function findResponsePeriods(
  statement: GuideStatement,
): readonly NamedPeriod[] {
  const { words, headings, intro, before } = statement;
  if (statement.linkOnly) return [];
  const refersToAnswer =
    BACK_REFERENCES.has(words[0]) &&
    before !== undefined &&
    ANSWERS.isIn(before.words) &&
    !OTHER_MATTERS.isIn(before.words);
  const onTopic =
    refersToAnswer ||
    TIME_TOPICS.isIn(intro?.words ?? []) ||
    TIME_TOPICS.isIn(headings[headings.length - 1]?.words ?? []);
  return clausesOf(words).flatMap(clause => {
    if (OTHER_MATTERS.isIn(clause)) return [];
    return findPeriods(clause)
      .filter(
        period =>
          period.rhythm ||
          !DURATIONS.isIn(
            clause.slice(Math.max(0, period.start - 3), period.start),
          ),
      )
      .filter(
        period =>
          belongsToAnswer(clause, period) ||
          (onTopic && !OTHER_ACTIONS.isIn(clause)),
      )
      .map(period => ({ clause, period }));
  });
}

/** Tells whether a statement names a period within which maintainers answer, review or triage. */
export function tellsResponseTime(statement: GuideStatement): boolean {
  return findResponsePeriods(statement).length > 0;
}

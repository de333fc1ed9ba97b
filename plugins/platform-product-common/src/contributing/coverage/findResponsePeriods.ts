import type { GuideStatement } from './GuideStatement';
import {
  ANSWERS,
  ELAPSED,
  OTHER_ACTIONS,
  OTHER_MATTERS,
  OUTCOMES,
  SILENCES,
  TIME_TOPICS,
  WAITS_FOR_ANSWER,
} from './responseVocabulary';
import { findPeriods, Period } from './findPeriods';
import { concerns } from './concerns';
import { isDenied } from './isDenied';
import { isOtherTime } from './isOtherTime';
import { ClauseCondition, partOfClause } from './partOfClause';
import { CHASES, OTHER_SUBJECTS } from './promiseVocabulary';
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
  const waitsForAnswer = WAITS_FOR_ANSWER.isIn(clause);
  const others = OTHER_ACTIONS.findAll(clause).filter(
    ({ start }) => !(waitsForAnswer && clause[start].startsWith('wait')),
  );
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
  /** True where it only says when to remind somebody. */
  readonly isChase: boolean;
}

/**
 * Whether the period of a condition is one without an answer, after which the reader
 * may ask again: nothing else comes of it.
 */
function isReasonToChase(
  clause: readonly string[],
  { words, period, rest }: ClauseCondition,
): boolean {
  const asksAgain = CHASES.isIn(clause) && ELAPSED.isIn(words);
  return (belongsToAnswer(words, period) || asksAgain) && !OUTCOMES.isIn(rest);
}

/** A period of a clause, where it is one of answering. */
function readPeriod(options: {
  readonly clause: readonly string[];
  readonly period: Period;
  /** Whether answering is what the clause is about, though it may not say so. */
  readonly onTopic: boolean;
  readonly isQuestion: boolean;
}): NamedPeriod | undefined {
  const { clause, period, onTopic, isQuestion } = options;
  const part = partOfClause(clause, period);
  const { condition } = part;
  // What follows from a condition tells what the condition is about.
  const said = condition ? clause : part.words;
  if (OTHER_MATTERS.isIn(said)) return undefined;
  if (condition) {
    return isReasonToChase(clause, condition)
      ? { clause, period, isChase: true }
      : undefined;
  }
  const isSilence =
    (isQuestion || CHASES.isIn(clause)) &&
    SILENCES.isIn(part.words.slice(0, part.period.start));
  if (
    !isSilence &&
    (isQuestion || isDenied(part) || isOtherTime(clause, period))
  )
    return undefined;
  const isAnswer =
    belongsToAnswer(clause, period) || (onTopic && !OUTCOMES.isIn(part.words));
  return isAnswer
    ? { clause, period, isChase: isSilence || CHASES.isIn(part.words) }
    : undefined;
}

/** The periods that a statement names for how soon maintainers answer, review or triage. */
export function findResponsePeriods(
  statement: GuideStatement,
): readonly NamedPeriod[] {
  const { words, headings, intro, before } = statement;
  if (statement.linkOnly || concerns(statement, OTHER_SUBJECTS)) return [];
  const refersToAnswer =
    BACK_REFERENCES.has(words[0]) &&
    before !== undefined &&
    ANSWERS.isIn(before.words) &&
    !OTHER_MATTERS.isIn(before.words);
  const onTopic =
    refersToAnswer ||
    TIME_TOPICS.isIn(intro?.words ?? []) ||
    TIME_TOPICS.isIn(headings[headings.length - 1]?.words ?? []);
  const isQuestion = statement.text.endsWith('?');
  return clausesOf(words).flatMap(clause =>
    findPeriods(clause).flatMap(
      period => readPeriod({ clause, period, onTopic, isQuestion }) ?? [],
    ),
  );
}

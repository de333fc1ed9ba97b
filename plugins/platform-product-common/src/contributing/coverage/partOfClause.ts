import type { Period } from './findPeriods';
import { createPhrases } from './createPhrases';
import { findNextActions } from './findNextActions';

/** A condition that a period stands in, as in 'if nobody answers within a week'. */
export interface ClauseCondition {
  readonly words: readonly string[];
  /** Where the period stands among these words. */
  readonly period: Period;
  /** What else the clause says. */
  readonly rest: readonly string[];
}

/** What a clause says beside a period, without its brackets and conditions. */
export interface ClausePart {
  readonly words: readonly string[];
  /** Where the period stands among these words. */
  readonly period: Period;
  readonly condition?: ClauseCondition;
}

const CONDITIONS = createPhrases([
  'if|unless|when|whenever|once|provided|assuming|who|whoever',
  'in case',
  'in order',
  'should you|we|nobody|somebody|your',
]);
/** 'Once a week' is no condition. */
const ONCE_A_WEEK = createPhrases(['once a|an|every|each|per|or|in|daily']);

const SUBJECTS =
  "we|we'll|we'd|i|i'll|you|you'll|it|they|this|that|these|please|feel|ping|nudge|remind|escalate|contact|reach|let|ask|try";
/** Begins another thing that a sentence says. */
const BOUNDARIES = createPhrases([
  'but|however|although|though|whereas|otherwise',
  `,|: ${SUBJECTS}`,
  `,|: and|so|or|then|yet ${SUBJECTS}`,
  `and|so|then ${SUBJECTS}`,
  ', while|not',
  ',|and security|vulnerability|vulnerabilities',
  ', and security|vulnerability|vulnerabilities',
]);

/** From the first word to the one after the last. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const holds = ({ start, end }: Range, index: number): boolean =>
  index >= start && index < end;

/** Those in brackets come before the bracket that they are in. */
function findBrackets(clause: readonly string[]): readonly Range[] {
  const open: number[] = [];
  const closed: Range[] = [];
  clause.forEach((word, index) => {
    if (word === '(') open.push(index);
    const start = word === ')' ? open.pop() : undefined;
    if (start !== undefined) closed.push({ start, end: index + 1 });
  });
  return [
    ...closed,
    ...open.reverse().map(start => ({ start, end: clause.length })),
  ];
}

/** A condition lasts to the next comma, or to the end of the bracket that it is in. */
function findConditions(
  clause: readonly string[],
  brackets: readonly Range[],
): readonly Range[] {
  const onces = new Set(ONCE_A_WEEK.findAll(clause).map(({ start }) => start));
  return CONDITIONS.findAll(clause)
    .filter(({ start }) => !onces.has(start))
    .map(({ start }) => {
      const isInside = (index: number): boolean =>
        brackets.some(range => range.start > start && holds(range, index));
      const end = clause.findIndex(
        (word, index) =>
          index > start && (word === ',' || word === ')') && !isInside(index),
      );
      return { start, end: end < 0 ? clause.length : end };
    });
}

function conditionOf(
  clause: readonly string[],
  period: Period,
  range: Range | undefined,
): ClauseCondition | undefined {
  return (
    range && {
      words: clause.slice(range.start, range.end),
      period: {
        ...period,
        start: period.start - range.start,
        end: period.end - range.start,
      },
      rest: clause.filter((_, index) => !holds(range, index)),
    }
  );
}

/** The part of a clause that a period stands in. */
export function partOfClause(
  clause: readonly string[],
  period: Period,
): ClausePart {
  const brackets = findBrackets(clause);
  const conditions = findConditions(clause, brackets);
  const isAround = (range: Range): boolean => holds(range, period.start);
  const scope = brackets.find(isAround) ?? { start: 0, end: clause.length };
  const asides = [...brackets, ...conditions].filter(
    range => !isAround(range) && holds(scope, range.start),
  );
  const isSaid = (index: number): boolean =>
    holds(period, index) || !asides.some(range => holds(range, index));

  const bounds = [
    ...BOUNDARIES.findAll(clause).map(({ start }) => start),
    ...findNextActions(clause),
  ]
    .filter(index => holds(scope, index) && isSaid(index))
    .sort((a, b) => a - b);
  const first = bounds.filter(index => index <= period.start).pop();
  const next = bounds.find(index => index >= period.end);
  const indexes = [...clause.keys()]
    .slice(first ?? scope.start, next ?? scope.end)
    .filter(isSaid);
  const start = indexes.indexOf(period.start);
  return {
    words: indexes.map(index => clause[index]),
    period: { ...period, start, end: start + period.end - period.start },
    condition: conditionOf(clause, period, conditions.filter(isAround).pop()),
  };
}

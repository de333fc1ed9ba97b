import type { GuideStatement } from './GuideStatement';
import {
  AIMS,
  CONTRIBUTIONS,
  CONVERSATIONS,
  DISCLAIMERS,
  OTHER_TIMES,
  QUEUES,
  REVIEWS,
  ROTAS,
  SINCE_REVIEW,
} from './promiseVocabulary';
import { ANSWERS, OTHER_ACTIONS } from './responseVocabulary';
import { ClausePart, partOfClause } from './partOfClause';
import { concerns } from './concerns';
import { findPeriods } from './findPeriods';
import { hoursOfPeriod } from './hoursOfPeriod';
import { isBesidePromise } from './isBesidePromise';
import { isBounded } from './isBounded';
import { readNumber } from './numberWords';
import {
  BACK_REFERENCES,
  belongsToAnswer,
  findResponsePeriods,
} from './findResponsePeriods';

/** Signs that words leave out: more than so many, and not up to so many. */
const OPEN_ENDED = /(?:^|[^-=])[>≥]=?\s*\d|\d\+/;

/** Words that a limit such as 'within about' takes. */
const LONGEST_LIMIT = 4;

/** Whether a statement is about questions in a chat and the like, not about reviews. */
const isConversation = (statement: GuideStatement): boolean =>
  !REVIEWS.isIn(statement.words) && concerns(statement, CONVERSATIONS);

/** Whether the period is one of answering, not of what follows an answer. */
function answers({ words, period }: ClausePart): boolean {
  if (!belongsToAnswer(words, period)) return false;
  const behind = words.slice(period.end);
  return (
    ANSWERS.isIn(words.slice(0, period.start)) ||
    SINCE_REVIEW.findAll(behind)[0]?.start !== 0
  );
}

/** 'Small changes: two days', or 'Within two days' alone. */
function isLabelled({ words, period }: ClausePart): boolean {
  const lead = words.slice(0, period.start);
  const behind = words.slice(period.end);
  const limit = lead.slice(lead.lastIndexOf(':') + 1);
  return (
    limit.length <= LONGEST_LIMIT &&
    behind.length <= LONGEST_LIMIT &&
    !OTHER_TIMES.isIn(lead) &&
    !ROTAS.isIn(lead) &&
    !OTHER_TIMES.isIn(behind)
  );
}

/** Whether a part without a verb of answering sets a time for it, as that is the topic. */
function setsTime(part: ClausePart, statement: GuideStatement): boolean {
  const { intro, kind, words } = statement;
  const isOtherList =
    intro !== undefined &&
    (OTHER_ACTIONS.isIn(intro.words) || OTHER_TIMES.isIn(intro.words)) &&
    (kind === 'row' || !ANSWERS.isIn(intro.words));
  if (isOtherList) return false;
  return (
    isLabelled(part) || AIMS.isIn(part.words) || BACK_REFERENCES.has(words[0])
  );
}

/** A schedule of going through contributions binds; 'five every week' is a rate. */
function isSchedule(
  { words, period }: ClausePart,
  clause: readonly string[],
): boolean {
  const others = [...words.slice(0, period.start), ...words.slice(period.end)];
  return (
    (CONTRIBUTIONS.isIn(clause) || QUEUES.isIn(clause)) &&
    !ROTAS.isIn(words) &&
    others.every(word => (readNumber(word) ?? 1) === 1)
  );
}

/**
 * Business hours within which a statement promises an answer to a contribution, or aims
 * to give one. Stricter than {@link findResponsePeriods}, as deadlines are set by it:
 * 'usually within a day' and 'reviews take a day' tell a habit, and 'remind us after a
 * day' tells when to worry. A schedule, such as 'every Monday', is a promise. Of several
 * periods the longest counts, so that nobody is late who keeps to one of them. Undefined
 * where one of them is vague or not clearly promised.
 */
export function promisedHoursOf(statement: GuideStatement): number | undefined {
  const { text, words, kind } = statement;
  const hasColumns = kind === 'row' && findPeriods(words).length > 1;
  if (
    hasColumns ||
    text.endsWith('?') ||
    OPEN_ENDED.test(text) ||
    DISCLAIMERS.isIn(words) ||
    isConversation(statement)
  )
    return undefined;

  const hours = findResponsePeriods(statement).flatMap(({ clause, period }) => {
    const part = partOfClause(clause, period);
    const before = clause.slice(0, period.start);
    if (isBesidePromise(part, before)) return [];
    const isPromise =
      isBounded(part) &&
      (answers(part) || setsTime(part, statement)) &&
      (!period.rhythm || isSchedule(part, clause));
    return [isPromise ? hoursOfPeriod(clause, period) : undefined];
  });
  const isClear = hours.length > 0 && !hours.includes(undefined);
  return isClear ? Math.max(...hours.map(Number)) : undefined;
}

import type { GuideStatement, RankedFinding } from './GuideStatement';
import { ANSWERS } from './responseVocabulary';
import { CONTRIBUTIONS, QUEUES, REVIEWS } from './promiseVocabulary';
import { findResponsePeriods } from './findResponsePeriods';
import { passageOf } from './passageOf';
import { promisedHoursOf } from './promisedHoursOf';

/** Whether it is only issues that the statement gives a time for. */
const isForIssues = ({ words }: GuideStatement): boolean =>
  QUEUES.isIn(words) && !CONTRIBUTIONS.isIn(words) && !REVIEWS.isIn(words);

/**
 * Finds how soon maintainers answer, with the time that is promised where it is a clear
 * one. Best is a time for reviews, then one for issues, then when to ask again.
 */
export function findResponseTime(
  statement: GuideStatement,
): RankedFinding | undefined {
  const periods = findResponsePeriods(statement);
  if (!periods.length) return undefined;
  const { kind, intro, words } = statement;
  const isPart = kind === 'item' && !ANSWERS.isIn(words);
  const time = isForIssues(statement) ? 1 : 0;
  const rank = periods.every(({ isChase }) => isChase) ? 2 : time;
  return {
    ...passageOf(statement, rank, isPart ? intro : undefined),
    promisedHours: promisedHoursOf(statement),
  };
}

import { findPeriods } from './findPeriods';
import { ANSWERS, OTHER_ACTIONS } from './responseVocabulary';

const CONNECTORS: ReadonlySet<string> = new Set([',', 'and', 'or', 'then']);
/** How far behind its beginning another thing says what is done. */
const ACTION_REACH = 8;

/**
 * Where another thing begins that is done, after a period that the first has for itself:
 * 'review within a week, and close what is inactive'.
 */
export function findNextActions(clause: readonly string[]): readonly number[] {
  const periods = findPeriods(clause);
  const actions = [
    ...ANSWERS.findAll(clause),
    ...OTHER_ACTIONS.findAll(clause),
  ].map(({ start }) => start);
  return [...clause.keys()].filter(index => {
    if (!CONNECTORS.has(clause[index]) || CONNECTORS.has(clause[index - 1]))
      return false;
    const last = periods.filter(({ end }) => end <= index).pop();
    const next = periods.find(({ start }) => start > index)?.start;
    const end = Math.min(index + ACTION_REACH, next ?? clause.length);
    return last !== undefined && actions.some(at => at > index && at < end);
  });
}

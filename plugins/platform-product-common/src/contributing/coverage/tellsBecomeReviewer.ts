import type { GuideStatement } from './GuideStatement';
import {
  ROLES,
  BECOMING,
  PROCEDURES,
  CRITERIA,
  OTHER_MATTERS,
  POINTERS,
  WAY_HEADINGS,
  STEPS,
} from './reviewerVocabulary';

/** Tells whether a statement gives a criterion or a step by which a contributor gets a reviewing role. */
export function tellsBecomeReviewer(statement: GuideStatement): boolean {
  const { words, kind, headings, intro } = statement;
  if (
    statement.linkOnly ||
    statement.text.endsWith('?') ||
    OTHER_MATTERS.isIn(words)
  )
    return false;
  const pointer = POINTERS.isIn(words);
  if (!pointer && BECOMING.isIn(words) && ROLES.isIn(words)) {
    if (PROCEDURES.isIn(words)) return true;
    const taken = new Set(
      BECOMING.findAll(words).flatMap(({ start, end }) =>
        words.slice(start, end).map((_, index) => start + index),
      ),
    );
    if (CRITERIA.isIn(words.filter((_, index) => !taken.has(index))))
      return true;
  }
  const announced =
    WAY_HEADINGS.isIn(headings[headings.length - 1]?.words ?? []) ||
    (kind === 'item' && intro !== undefined && WAY_HEADINGS.isIn(intro.words));
  return announced && !pointer && STEPS.isIn(words);
}

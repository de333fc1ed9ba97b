import type { GuideStatement } from './GuideStatement';
import type { Phrases } from './createPhrases';
import { findPeriods } from './findPeriods';
import { CONTRIBUTIONS, GUIDE_TITLES } from './promiseVocabulary';

/**
 * Whether a statement, or what leads to it, is about something else than contributions,
 * named by the phrases. The title of the guide says nothing of it, for the service may
 * be called so.
 */
export function concerns(statement: GuideStatement, phrases: Phrases): boolean {
  const { words, headings, intro, before } = statement;
  if (CONTRIBUTIONS.isIn(words)) return false;
  const leads = [
    ...headings.filter(heading => !GUIDE_TITLES.isIn(heading.words)),
    ...[intro, before].flatMap(sentence => sentence ?? []),
    { words: words.slice(0, findPeriods(words)[0]?.start) },
  ];
  return leads.some(lead => phrases.isIn(lead.words));
}

import type { GuideSentence, GuideStatement } from './GuideStatement';
import type { PhraseMatch, Phrases } from './createPhrases';
import { createPhrases } from './createPhrases';
import {
  COMPANION_KINDS,
  CONDITIONAL_INVITATIONS,
  INVITATIONS,
  INVITING_HEADINGS,
  KINDS,
  LISTING_INTROS,
  NEGATIONS,
  NO_INVITATIONS,
  PROPOSALS,
  TALK_FIRST,
} from './contributionVocabulary';
import { WANTED } from './wantedPhrases';

const LISTS = createPhrases([
  "here's|here|following|these|including|include|includes|below|such|ways",
]);

/** 'These include bug reports' is about what the sentence before welcomes. */
const BACK_REFERENCES: ReadonlySet<string> = new Set([
  'this',
  'these',
  'that',
  'they',
  'contributions',
]);

/** How many words before an invitation a 'not' turns it round. */
const NEGATION_REACH = 4;

/** 'Not only' and 'do not hesitate' turn nothing round. */
const ASSURANCES: ReadonlySet<string> = new Set(['only', 'hesitate']);

const isNegated = (words: readonly string[]): boolean =>
  NEGATIONS.findAll(words).some(({ end }) => !ASSURANCES.has(words[end]));

/** Whether a phrase stands in the words with no 'not' before it. */
function says(words: readonly string[], phrases: Phrases): boolean {
  const stands = ({ start, end }: PhraseMatch): boolean =>
    !isNegated(words.slice(Math.max(0, start - NEGATION_REACH), end));
  return phrases.findAll(words).some(stands);
}

/** Whether the words bid or welcome, and no 'not' turns it round. `kinds` are those named beside. */
function invites(words: readonly string[], kinds: readonly string[]): boolean {
  if (NO_INVITATIONS.isIn(words)) return false;
  if (PROPOSALS.isIn(words)) return true;
  if (says(words, INVITATIONS)) return true;
  return (
    KINDS.isIn(kinds) &&
    !TALK_FIRST.isIn(words) &&
    says(words, CONDITIONAL_INVITATIONS)
  );
}

const introduces = (sentence: GuideSentence): boolean =>
  sentence.text.endsWith(':') || LISTS.isIn(sentence.words);

/** Tells whether a statement names a kind of contribution and says that it is wanted. */
export function tellsContributionTypes(statement: GuideStatement): boolean {
  const { words, kind, intro, before, headings } = statement;
  if (kind === 'row' || statement.linkOnly) return false;
  if (statement.text.endsWith('?') && !PROPOSALS.isIn(words)) return false;
  if (says(words, WANTED)) return true;
  const namesKind = KINDS.isIn(words) || COMPANION_KINDS.isIn(words);
  if (namesKind && invites(words, words)) return true;
  if (
    before?.text.endsWith('?') &&
    KINDS.isIn(before.words) &&
    invites(words, before.words)
  )
    return true;
  if (!namesKind || isNegated(words)) return false;
  if (
    before &&
    BACK_REFERENCES.has(words[0]) &&
    LISTS.isIn(words) &&
    invites(before.words, words)
  )
    return true;
  if (
    kind === 'item' &&
    intro &&
    introduces(intro) &&
    says(intro.words, LISTING_INTROS)
  )
    return true;
  return headings.some(heading => INVITING_HEADINGS.isIn(heading.words));
}

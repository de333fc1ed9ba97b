import type {
  GuideSentence,
  GuideStatement,
  RankedFinding,
} from './GuideStatement';
import type { PhraseMatch, Phrases } from './createPhrases';
import { createPhrases } from './createPhrases';
import {
  COMPANION_KINDS,
  CONDITIONAL_INVITATIONS,
  INVITATIONS,
  KINDS,
  LISTING_INTROS,
  NEGATIONS,
  NO_INVITATIONS,
  PROPOSALS,
  TALK_FIRST,
} from './contributionVocabulary';
import { isNamedUnderHeading } from './isNamedUnderHeading';
import { BARE_BIDS, occasionOf, withoutCondition } from './occasionOf';
import { passageOf } from './passageOf';
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

/** How plainly the words bid or welcome, if no 'not' turns it round. `kinds` are those named beside. */
function rankInvitation(
  words: readonly string[],
  kinds: readonly string[],
): number | undefined {
  if (NO_INVITATIONS.isIn(words)) return undefined;
  if (PROPOSALS.isIn(words) || says(withoutCondition(words), INVITATIONS))
    return 0;
  const isBid =
    KINDS.isIn(kinds) &&
    !TALK_FIRST.isIn(words) &&
    says(words, CONDITIONAL_INVITATIONS);
  return isBid ? 1 : undefined;
}

const introduces = (sentence: GuideSentence): boolean =>
  sentence.text.endsWith(':') || LISTS.isIn(sentence.words);

/** The question that a sentence answers, such as 'Found a bug?'. */
function questionOf({
  before,
  headings,
}: GuideStatement): { text: string; words: readonly string[] } | undefined {
  const heading = headings[headings.length - 1];
  return [before, before ? undefined : heading].find(lead =>
    lead?.text.endsWith('?'),
  );
}

/** Whether a sentence tells what to do with the thing that a question names. */
function bidsOnQuestion(
  words: readonly string[],
  question: readonly string[],
): boolean {
  const [first] = BARE_BIDS.findAll(withoutCondition(words));
  return (
    rankInvitation(words, question) !== undefined ||
    (first?.start === 0 && !isNegated(words) && !TALK_FIRST.isIn(words))
  );
}

/**
 * Finds where a statement names a kind of contribution and says that it is wanted. Best
 * is a sentence that says both; lists and headings are good enough where there is none.
 */
export function findContributionTypes(
  statement: GuideStatement,
): RankedFinding | undefined {
  const { words, kind, intro, before } = statement;
  if (kind === 'row' || kind === 'code' || statement.linkOnly) return undefined;
  if (statement.text.endsWith('?') && !PROPOSALS.isIn(words)) return undefined;
  if (says(words, WANTED)) return passageOf(statement, 0);
  const namesKind = KINDS.isIn(words) || COMPANION_KINDS.isIn(words);
  const rank = namesKind ? rankInvitation(words, words) : undefined;
  if (rank !== undefined) return passageOf(statement, rank);
  const question = questionOf(statement);
  if (
    question &&
    KINDS.isIn(question.words) &&
    bidsOnQuestion(words, question.words)
  )
    return passageOf(statement, 1, question);
  const occasion = occasionOf(words);
  if (KINDS.isIn(occasion) && bidsOnQuestion(words, occasion))
    return passageOf(statement, 1);
  if (!namesKind || isNegated(words)) return undefined;
  if (
    before &&
    BACK_REFERENCES.has(words[0]) &&
    LISTS.isIn(words) &&
    rankInvitation(before.words, words) !== undefined
  )
    return passageOf(statement, 1, before);
  if (
    kind === 'item' &&
    intro &&
    introduces(intro) &&
    says(intro.words, LISTING_INTROS)
  )
    return passageOf(statement, 2, intro);
  return isNamedUnderHeading(statement) ? passageOf(statement, 3) : undefined;
}

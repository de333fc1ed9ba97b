import type { ClausePart } from './partOfClause';
import { createPhrases } from './createPhrases';
import { wordList } from './wordList';

/** What may stand between a limit and its period. */
const LOOSE: ReadonlySet<string> = new Set(
  wordList('about around approximately approx roughly the just only another'),
);

/** Just before a period. Longer phrases first, as the first one found counts. */
const LIMITS = createPhrases([
  'maximum|max|inside|limit|deadline of',
  'allow|give us|me|maintainers|reviewers',
  'allow|give the|our team|maintainers|reviewers',
  'before|by the end of',
  'time|times|turnaround|sla|slo|target|goal|deadline|limit ..3 is|are|of',
  'aim|aims|aiming|strive|target for',
  'up to',
  'at most',
  'less|fewer|faster|sooner|earlier than',
  'no|not|never more|later|longer than',
  'within|in|inside|between|under|below|by|max|maximum|allow|give|expect|:',
]);

/** Just behind a period. */
const LATE_LIMITS = createPhrases([
  'or less|sooner|earlier|faster',
  'at most',
  'at the latest',
  'max|maximum|tops|turnaround|response|reply|sla|slo',
]);

/** 'The next day' is soon, 'for the next week' is how long something lasts. */
const NEXT: ReadonlySet<string> = new Set(['next', 'same']);
const LASTING: ReadonlySet<string> = new Set(
  wordList('for over during through throughout until till after from since of'),
);

function withoutLooseEnd(words: readonly string[]): readonly string[] {
  const last = words[words.length - 1];
  return LOOSE.has(last) ? withoutLooseEnd(words.slice(0, -1)) : words;
}

/**
 * Whether a period says how soon something comes, as in 'within two days', and not how
 * long it lasts or how long nothing came, as in 'two hours' and 'after two weeks'.
 */
export function isBounded({ words, period }: ClausePart): boolean {
  if (period.rhythm) return true;
  if (words[period.start] === 'first') return false;
  const lead = withoutLooseEnd(words.slice(0, period.start));
  return (
    LIMITS.findAll(lead).some(({ end }) => end === lead.length) ||
    LATE_LIMITS.findAll(words.slice(period.end))[0]?.start === 0 ||
    (NEXT.has(words[period.start]) && !LASTING.has(lead[lead.length - 1]))
  );
}

import { createPhrases } from './createPhrases';

/** Tells what to do with what a question names. */
export const BARE_BIDS = createPhrases([
  'log|report|file|open|submit|send|create|raise|add|post ..2 it|them|issue|issues|ticket|bug|pr|pull|one|patch|report',
  'tell|let us',
  'go for|ahead',
]);

/** Begins what somebody may find or wish for; 'if you change it' only begins a rule. */
const OCCASIONS = createPhrases([
  "if|when|whenever|should you|you've|you'd|you're|anyone|somebody ..2 find|found|spot|notice|see|encounter|encountered|discover|discovered|have|hit|run|come|think|want|like|interested|wish|know",
]);

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'when', 'whenever']);

/** 'If you want to help with docs, they are here' bids nobody: what follows the condition would. */
export function withoutCondition(words: readonly string[]): readonly string[] {
  const end = CONDITIONS.has(words[0]) ? words.indexOf(',') : -1;
  return end < 0 ? words : words.slice(end + 1);
}

/** Of 'if you find a bug, open an issue' the condition, where it is one of finding or wishing. */
export function occasionOf(words: readonly string[]): readonly string[] {
  const condition = words.slice(
    0,
    words.length - withoutCondition(words).length,
  );
  return OCCASIONS.isIn(condition) ? condition : [];
}

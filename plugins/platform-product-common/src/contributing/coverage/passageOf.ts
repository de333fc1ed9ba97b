import type { GuideStatement, RankedFinding } from './GuideStatement';

/**
 * The finding of a statement, together with what leads to it where it is no answer
 * alone: 'You can help us by:' and 'reporting bugs'.
 */
export function passageOf(
  statement: GuideStatement,
  rank: number,
  lead?: { readonly text: string },
): RankedFinding {
  const { text, line } = statement;
  return { rank, line, sentence: lead ? `${lead.text} ${text}` : text };
}

import type { GuideSentence } from './GuideStatement';

/** In words. */
const LONGEST_ROW = 300;

/** Makes one sentence of several, such as the cells of a table row. */
export const joinSentences = (
  sentences: readonly GuideSentence[],
  separator: string,
  clauseEnd: string,
): GuideSentence => ({
  text: sentences.map(({ text }) => text).join(separator),
  words: sentences
    .flatMap(({ words }, index) =>
      index === 0 ? words : [clauseEnd, ...words],
    )
    .slice(0, LONGEST_ROW),
  codes: sentences.flatMap(({ codes }) => codes),
  linkOnly: sentences.every(({ linkOnly }) => linkOnly),
  line: sentences[0]?.line ?? 1,
});

/** One sentence of a guide, with what a rule needs to know about it. */
export interface GuideSentence {
  /** The sentence as a reader sees it, without markup and on one line. */
  readonly text: string;
  /** Its words in lower case; inline code is {@link CODE_WORD}. */
  readonly words: readonly string[];
  /** The inline code in it, in order. */
  readonly codes: readonly string[];
  /** True where every word of it is link text. */
  readonly linkOnly: boolean;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** A heading, real or in bold. */
export interface StatementHeading {
  readonly text: string;
  readonly words: readonly string[];
}

/** Something the guide says: a sentence, a list item, a table row or a code block. */
export interface GuideStatement extends GuideSentence {
  readonly kind: 'prose' | 'item' | 'row' | 'code';
  /** The headings it stands under, outermost first. */
  readonly headings: readonly StatementHeading[];
  /** The sentence that introduces the list, table or code block it belongs to. */
  readonly intro?: GuideSentence;
  /** The sentence just before it, which 'this' may refer to or which may ask what it answers. */
  readonly before?: GuideSentence;
  /** The language a code block names. */
  readonly language?: string;
}

/** Where in a statement an answer stands. */
export interface GuideFinding {
  readonly sentence: string;
  readonly line: number;
  /** What it promises, in business hours. */
  readonly promisedHours?: number;
}

/** A finding, and how plainly it answers: 0 is best. */
export interface RankedFinding extends GuideFinding {
  readonly rank: number;
}

/** Stands for a piece of inline code among the words of a sentence. */
export const CODE_WORD = '§';

/**
 * A piece of a guide. The types are those of mdast, the tree that most Markdown
 * tools share: `heading`, `paragraph`, `list`, `link`, `code` and so on.
 */
export interface GuideNode {
  readonly type: string;
  /** Text of what has no children. */
  readonly value?: string;
  /** Language of a block of code. */
  readonly lang?: string;
  /** Of a heading, from 1. */
  readonly depth?: number;
  readonly children?: readonly GuideNode[];
  /** Lines of the file, from 1, both included. */
  readonly position?: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
}

/** The little that the rules need of any mdast node, so that one walk serves every type of it. */
export interface GuideNode {
  readonly type: string;
  readonly value?: string;
  readonly lang?: unknown;
  readonly depth?: number;
  readonly children?: readonly GuideNode[];
  readonly position?: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
}

/**
 * Why a name in pasted text can't be taken for a path.
 *
 * @public
 */
export type UnreadReason = 'shortened' | 'relative' | 'encoding' | 'unknown';

/** What pasted text says of one file: a path, or why there is none. */
export interface PastedName {
  /** As it stands in the text. */
  readonly text: string;
  readonly path?: string;
  readonly reason?: UnreadReason;
  /** Whether it may be told from another folder than the repository's root. */
  readonly isLocal?: boolean;
}

/** Names that stand in a piece of pasted text, and the line after it. */
export interface PastedPiece {
  readonly names: readonly PastedName[];
  readonly next: number;
}

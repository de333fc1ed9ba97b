/** A change of a recorded history, with who reviewed it. */
export interface PastChange {
  readonly id: string;
  readonly at: Date;
  readonly author: string;
  /** Without the author, each once. */
  readonly reviewers: readonly string[];
  /** At most 40. */
  readonly paths: readonly string[];
}

/** A way to find reviewers, which learns from one change after the other. */
export interface ReplayMethod {
  /** The candidates, the best first. Knows nothing of this change's reviewers. */
  rank(
    change: Omit<PastChange, 'reviewers'>,
    candidates: readonly string[],
  ): readonly string[];
  /** Takes in a change with its reviewers, after it was asked for them. */
  learn(change: PastChange): void;
}

import { Ladder } from '@platform-product/backstage-plugin-common';

/** Keeps every version of the ladder and when it was in use. */
export interface LadderStore {
  /** Takes a ladder into use and answers with its version. */
  activate(ladder: Ladder, now: Date): Promise<string>;
  /**
   * The ladder in use at a past moment; the first one before that, because it
   * is the one that imported records were assessed with.
   */
  getLadderAt(at: Date): Promise<Ladder | undefined>;
}

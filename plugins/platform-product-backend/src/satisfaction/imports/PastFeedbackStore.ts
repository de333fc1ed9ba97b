import { FeedbackRecord } from '@platform-product/backstage-plugin-node';

/** Keeps feedback from before the suite took it. */
export interface PastFeedbackStore {
  /**
   * Adds each feedback with its replies and votes, unless its key was brought in before,
   * whatever has become of it; one query where all were.
   */
  add(feedback: readonly FeedbackRecord[]): Promise<void>;
}

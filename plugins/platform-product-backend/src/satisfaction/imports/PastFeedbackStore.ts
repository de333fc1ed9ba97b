import { FeedbackRecord } from '@platform-product/backstage-plugin-node';

/** Keeps feedback from before the suite took it. */
export interface PastFeedbackStore {
  /** Adds feedback with its replies and votes, unless its key is known already. */
  add(feedback: FeedbackRecord): Promise<void>;
}

import {
  RatedFeature,
  RoadmapStage,
} from '@platform-product/backstage-plugin-common';

/**
 * Something that was on a roadmap before the suite had it.
 *
 * @public
 */
export interface RoadmapRecord {
  /** Names the item for good: the same key is imported only once. */
  readonly key: string;
  readonly entityRef: string;
  readonly title: string;
  /** Markdown. */
  readonly text?: string;
  /** Items of one stage stand in the order in which they are given. */
  readonly stage: RoadmapStage;
  readonly feature?: RatedFeature;
  readonly cutsKtlo?: boolean;
  /** To the work on it; https. */
  readonly link?: string;
  /** Keys of imported feedback that it came from. */
  readonly feedbackKeys?: readonly string[];
  /** User ref. */
  readonly by: string;
  readonly at: Date;
  /** Since when it is that far; of what has shipped, when it did. */
  readonly stageSince?: Date;
}

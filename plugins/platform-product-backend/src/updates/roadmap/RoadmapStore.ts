import {
  RoadmapItem,
  RoadmapStage,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { Within } from '../../services/DigestSource';
import { Also } from '../../notifications/Notification';

/** Something on a roadmap as it is kept. */
export interface StoredRoadmapItem
  extends Omit<RoadmapItem, 'feedback' | 'toTell' | 'moved'> {
  /** Ids of the feedback that it came from. */
  readonly feedbackIds: readonly string[];
}

/** What is written of something on a roadmap. */
export type RoadmapItemWords = Pick<
  StoredRoadmapItem,
  | 'title'
  | 'text'
  | 'feature'
  | 'cutsKtlo'
  | 'link'
  | 'feedbackIds'
  | 'isDraft'
  | 'stageSince'
>;

/** How many items everybody sees on a roadmap, and how many came to their stage lately. */
export interface RoadmapTally {
  readonly entityRef: string;
  readonly total: number;
  readonly movedLately: number;
}

/** Keeps roadmaps. */
export interface RoadmapStore {
  /**
   * Adds an item at the end of its stage, once for a person and key, and answers with the
   * one that is kept.
   *
   * @throws ConflictError when the key was used for another item, or there are too many
   */
  add(
    item: StoredRoadmapItem,
    idempotencyKey: string,
  ): Promise<StoredRoadmapItem>;
  get(id: string): Promise<StoredRoadmapItem | undefined>;
  /** By stage and place, then so many of what has shipped, the newest first; three queries. */
  list(options: {
    readonly entityRef: string;
    /** Whether drafts are listed, too. */
    readonly withDrafts: boolean;
    readonly shipped: number;
  }): Promise<{
    readonly items: readonly StoredRoadmapItem[];
    readonly totalShipped: number;
  }>;
  /** Writes an item anew that still has the given version; whether it had. */
  change(
    item: Pick<StoredRoadmapItem, 'id' | 'version'>,
    words: RoadmapItemWords,
    also?: Also,
  ): Promise<boolean>;
  /**
   * Moves an item that still has the given version; whether it had.
   *
   * @throws FieldError when the item that is to follow it is not in that stage
   */
  move(
    item: Pick<StoredRoadmapItem, 'id' | 'entityRef' | 'version'>,
    to: Pick<StoredRoadmapItem, 'stageSince' | 'shippedAt'> & {
      readonly stage: RoadmapStage;
      readonly before?: string;
    },
    also?: Also,
  ): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Notes whom is told that an item has shipped, and answers with those who were not. */
  noteTold(
    transaction: Knex.Transaction,
    id: string,
    userRefs: readonly string[],
  ): Promise<string[]>;
  /** Whom was told that items have shipped, by their ids; one query for four hundred. */
  listTold(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Of the given services that have a roadmap; one query for four hundred. */
  tally(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<readonly RoadmapTally[]>;
  /** What has shipped of the given services since a moment; one query for four hundred. */
  listShipped(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<readonly StoredRoadmapItem[]>;
  /** How much came to its stage after a moment and up to another, by service; one query. */
  countNews(
    within: Within,
  ): Promise<
    ReadonlyArray<{ readonly entityRef: string; readonly count: number }>
  >;
  /** Forgets what has shipped before a moment. */
  forget(before: Date): Promise<void>;
}

import {
  Notice,
  NoticeUpdate,
} from '@platform-product/backstage-plugin-common';
import { Also } from '../../notifications/Notification';

/** A notice as it is kept, with what was said of it, the newest first. */
export type StoredNotice = Omit<Notice, 'reach'>;

/** A new update, which is the newest of its notice. */
export type NewUpdate = NoticeUpdate & { readonly idempotencyKey: string };

/** What changes a notice; a field that is left out stays. */
export type NoticeChange = Partial<
  Omit<StoredNotice, 'id' | 'entityRef' | 'updates' | 'version'>
>;

export type NoticeState = 'open' | 'over' | 'draft';

/** Keeps notices, with what was said of them. */
export interface NoticeStore {
  /**
   * Adds a notice, once for a person and key, and answers with the one that is kept.
   *
   * @throws ConflictError when the key was used for another notice
   */
  add(
    notice: StoredNotice,
    idempotencyKey: string,
    also?: Also,
  ): Promise<StoredNotice>;
  get(id: string): Promise<StoredNotice | undefined>;
  /** The update that somebody has made with a key. */
  findUpdate(
    by: string,
    idempotencyKey: string,
  ): Promise<{ readonly noticeId: string; readonly text: string } | undefined>;
  /**
   * Changes a notice that still has the given version, and adds an update; whether it
   * had that version.
   */
  change(
    notice: Pick<StoredNotice, 'id' | 'version'>,
    change: NoticeChange,
    update?: NewUpdate,
    also?: Also,
  ): Promise<boolean>;
  /** Whether a draft with this id was thrown away. */
  wasDiscarded(id: string): Promise<boolean>;
  /** Removes a draft for good; whether it was one. */
  removeDraft(id: string): Promise<boolean>;
  /** Whether a service has drafts. */
  hasDrafts(entityRef: string): Promise<boolean>;
  /** Open notices first, then drafts, then the newest; five queries. */
  list(options: {
    readonly entityRef: string;
    readonly states: readonly NoticeState[];
    readonly now: Date;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{
    readonly items: readonly StoredNotice[];
    readonly totalItems: number;
  }>;
  /** Published notices of some services that are open, or were published since a moment. */
  listPublished(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<readonly StoredNotice[]>;
  listByIds(ids: readonly string[]): Promise<readonly StoredNotice[]>;
  /** Maintenance that begins or ends by a moment and has not been said to. */
  listToMove(now: Date): Promise<readonly StoredNotice[]>;
  /** Open notices whose next update is due by a moment, of which no team was reminded. */
  listToPromise(by: Date): Promise<readonly StoredNotice[]>;
  /** Notes that a team was reminded of an update; whether nobody had. */
  notePromiseTold(notice: StoredNotice, also: Also): Promise<boolean>;
  /** Notes that users were reminded, unless they were since a moment; whether so. */
  noteReminder(
    id: string,
    at: Date,
    unlessSince: Date,
    also: Also,
  ): Promise<boolean>;
  /** Forgets notices that were over, and drafts that were made, before a moment. */
  forget(before: Date): Promise<void>;
}

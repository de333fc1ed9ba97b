import {
  NoticeAnswer,
  NoticeReach,
} from '@platform-product/backstage-plugin-common';
import { ReachedEntity } from '@platform-product/backstage-plugin-common/rules';
import { Also } from '../../notifications/Notification';

/** An entity that a notice reaches, with its owners. */
export interface ReachRecord extends ReachedEntity {
  /** Refs of users and groups. */
  readonly owners: readonly string[];
}

/** What an owner says of an entity. */
export interface AnswerRecord {
  readonly entityRef: string;
  readonly answer: NonNullable<NoticeAnswer['answer']>;
  readonly note?: string;
  readonly by: string;
  readonly at: string;
}

/** Of which version of a notice its users were last told, and when they were looked for. */
export interface ToldVersion {
  readonly version: number;
  readonly at?: string;
}

/** Keeps whom notices reach, and what they answer. */
export interface ReachStore {
  /** How many entities notices reach, and what was answered; one query for four hundred. */
  count(
    noticeIds: readonly string[],
  ): Promise<ReadonlyMap<string, NoticeReach>>;
  /** A page of what a notice reaches, those who have not answered first; three queries. */
  listAnswers(
    noticeId: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{
    readonly items: readonly NoticeAnswer[];
    readonly totalItems: number;
  }>;
  /** All that a notice reaches and that has to answer yet. */
  listUnanswered(noticeId: string): Promise<readonly NoticeAnswer[]>;
  /** All that a notice reaches, as it is kept; two queries. */
  listReached(noticeId: string): Promise<readonly ReachRecord[]>;
  /** Refs of what a notice reaches, and of which the owners were told. */
  listTold(noticeId: string): Promise<ReadonlySet<string>>;
  /** Refs of what is said not to be affected. */
  listNotAffected(noticeId: string): Promise<ReadonlySet<string>>;
  /** Some of what a notice reaches, as far as it does; two queries. */
  find(
    noticeId: string,
    entityRefs: readonly string[],
  ): Promise<readonly NoticeAnswer[]>;
  /** Whether any notice is open. */
  hasOpen(): Promise<boolean>;
  /** Which open notices reach some entities, and are not spared; two queries. */
  listReaching(
    by: { readonly entityRef: string } | { readonly owners: readonly string[] },
  ): Promise<ReadonlyArray<NoticeAnswer & { readonly noticeId: string }>>;
  /** Of published notices, those of which users were not told the newest, or not looked for since a moment. */
  listDue(notLookedSince: Date): Promise<readonly string[]>;
  /** Nothing for a notice that is gone. */
  findTold(noticeId: string): Promise<ToldVersion | undefined>;
  /**
   * Puts what a notice reaches in place of what it was, and notes which version its
   * users are told with it, unless somebody else has told them meanwhile.
   */
  replace(
    notice: { readonly id: string; readonly entityRef: string },
    reached: readonly ReachRecord[],
    told?: {
      readonly before: ToldVersion;
      readonly version: number;
      readonly at: Date;
      /** Refs of entities whose owners are told now. */
      readonly entityRefs: ReadonlySet<string>;
      readonly also: Also;
    },
  ): Promise<void>;
  /**
   * Keeps answers in place of older ones, and who is spared by them. Whether something
   * is concerned again that was spared; its owners are due to be told.
   */
  putAnswers(
    notice: { readonly id: string; readonly entityRef: string },
    answers: readonly AnswerRecord[],
  ): Promise<boolean>;
}

import {
  Feedback,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { Also } from '../../notifications/Notification';

/** Feedback without what depends on the reader. */
export type StoredFeedback = Omit<Feedback, 'hasMyVote'> & {
  /** User refs. */
  readonly voters: readonly string[];
};

/** What a reader may see of the feedback on a service. */
export interface FeedbackReader {
  readonly userRef: string | undefined;
  /** Whether what is for the team alone is shown, too. */
  readonly isTeam: boolean;
}

/** How much of a service's older feedback has come to anything. */
export interface FeedbackTally {
  readonly entityRef: string;
  readonly total: number;
  /** With a status, and a word of the team. */
  readonly answered: number;
}

/** Keeps feedback, replies and votes. */
export interface FeedbackStore {
  /** The most wanted first; three queries. */
  list(options: {
    readonly entityRef: string;
    readonly reader: FeedbackReader;
    readonly statuses?: readonly FeedbackStatus[];
    readonly offset: number;
    readonly limit: number;
  }): Promise<{
    readonly items: StoredFeedback[];
    readonly counts: Partial<Record<FeedbackStatus, number>>;
  }>;
  /**
   * Feedback on some services that `tally` does not count as answered, the most wanted
   * first; three queries.
   */
  listUnanswered(
    entityRefs: readonly string[],
    limit: number,
  ): Promise<StoredFeedback[]>;
  get(id: string): Promise<StoredFeedback | undefined>;
  /** In any order; three queries for four hundred. */
  listByIds(ids: readonly string[]): Promise<StoredFeedback[]>;
  /** What goes on in some other feedback, in any order; three queries for four hundred. */
  listDuplicates(ids: readonly string[]): Promise<StoredFeedback[]>;
  /** @throws ConflictError when the key was used for something else */
  add(
    feedback: Pick<
      Feedback,
      'id' | 'entityRef' | 'title' | 'text' | 'visibility' | 'at'
    > & { readonly author: string },
    idempotencyKey: string,
    also?: Also,
  ): Promise<string>;
  /**
   * Adds a reply, once; whether it is new.
   *
   * @throws ConflictError when the key was used for something else
   */
  addReply(
    feedbackId: string,
    reply: Feedback['replies'][number],
    idempotencyKey: string,
    also?: Also,
  ): Promise<boolean>;
  /**
   * @throws ConflictError when it has moved since that version
   * @throws FieldError when it would be a duplicate of what is none
   */
  setStatus(
    feedback: Pick<Feedback, 'id' | 'entityRef'>,
    change: {
      readonly version: number;
      readonly status: FeedbackStatus;
      readonly note?: string;
      readonly link?: string;
      readonly duplicateOf?: string;
      readonly at: Date;
    },
    also?: Also,
  ): Promise<void>;
  /** Says that what nobody has decided otherwise is done; a note that is there stays. */
  complete(
    transaction: Knex.Transaction,
    ids: readonly string[],
    how: { readonly note: string; readonly link?: string; readonly at: Date },
  ): Promise<void>;
  setVote(id: string, userRef: string, isGiven: boolean): Promise<void>;
  /** Of feedback that was given before; one query. */
  tally(
    entityRefs: readonly string[],
    before: Date,
  ): Promise<readonly FeedbackTally[]>;
  /** Deletes votes of a person, and puts another ref in the place of theirs. */
  erase(
    transaction: Knex.Transaction,
    person: { readonly userRef: string; readonly replacement: string },
  ): Promise<void>;
}

import { Feedback } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** Feedback that something else came from. */
export interface LinkedFeedback
  extends Pick<
    Feedback,
    'id' | 'entityRef' | 'title' | 'visibility' | 'author'
  > {
  /** User refs of those who want it, too: by a vote, or by feedback that goes on in it. */
  readonly voters: readonly string[];
}

/** What the room `satisfaction` lends to other rooms: feedback that they name. */
export interface FeedbackLinks {
  /** Feedback by its ids, in any order; four queries for four hundred, and more for duplicates. */
  list(ids: readonly string[]): Promise<readonly LinkedFeedback[]>;

  /** Whether somebody may see it, who may manage the feedback on its service or not. */
  isSeen(
    feedback: Pick<LinkedFeedback, 'visibility' | 'author'>,
    reader: { readonly userRef: string | undefined; readonly isTeam: boolean },
  ): boolean;

  /**
   * Says of what is open, planned or being worked on that it is done. Who does so tells
   * those who asked.
   */
  complete(
    transaction: Knex.Transaction,
    ids: readonly string[],
    how: { readonly note: string; readonly link?: string; readonly at: Date },
  ): Promise<void>;

  /** The id that feedback has which is imported with a key. */
  idOfImported(key: string): string;
}

import { Knex } from 'knex';
import { FeedbackLinks, LinkedFeedback } from '../FeedbackLinks';
import { idOfImportedFeedback } from '../imports/idOfImportedFeedback';
import { FeedbackReader, FeedbackStore } from './FeedbackStore';
import { isFeedbackSeen } from './isFeedbackSeen';

/** Lends feedback to what came from it. */
export class FeedbackLinkService implements FeedbackLinks {
  readonly #store: Pick<FeedbackStore, 'listByIds' | 'complete'>;

  constructor(options: {
    store: Pick<FeedbackStore, 'listByIds' | 'complete'>;
  }) {
    this.#store = options.store;
  }

  async list(ids: readonly string[]): Promise<readonly LinkedFeedback[]> {
    return this.#store.listByIds([...new Set(ids)]);
  }

  isSeen(
    feedback: Pick<LinkedFeedback, 'visibility' | 'author'>,
    reader: FeedbackReader,
  ): boolean {
    return isFeedbackSeen(feedback, reader);
  }

  async complete(
    transaction: Knex.Transaction,
    ids: readonly string[],
    how: Parameters<FeedbackLinks['complete']>[2],
  ): Promise<void> {
    await this.#store.complete(transaction, ids, how);
  }

  idOfImported(key: string): string {
    return idOfImportedFeedback(key);
  }
}

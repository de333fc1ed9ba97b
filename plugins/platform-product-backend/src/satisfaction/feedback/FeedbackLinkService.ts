import { Knex } from 'knex';
import { FeedbackLinks, LinkedFeedback } from '../FeedbackLinks';
import { idOfImportedFeedback } from '../imports/idOfImportedFeedback';
import { FeedbackReader, FeedbackStore } from './FeedbackStore';
import { isFeedbackSeen } from './isFeedbackSeen';

/** Lends feedback to what came from it. */
export class FeedbackLinkService implements FeedbackLinks {
  readonly #store: Pick<
    FeedbackStore,
    'listByIds' | 'listDuplicates' | 'complete'
  >;

  constructor(options: {
    store: Pick<FeedbackStore, 'listByIds' | 'listDuplicates' | 'complete'>;
  }) {
    this.#store = options.store;
  }

  async list(ids: readonly string[]): Promise<readonly LinkedFeedback[]> {
    const found = await this.#store.listByIds([...new Set(ids)]);
    const askers = new Map(
      found.map(({ id, voters }) => [id, new Set<string>(voters)]),
    );
    // What goes on in another one goes on in what that goes on in.
    let goesOnIn = new Map(found.map(({ id }) => [id, id]));
    while (goesOnIn.size) {
      const next = new Map<string, string>();
      for (const one of await this.#store.listDuplicates([
        ...goesOnIn.keys(),
      ])) {
        const root = goesOnIn.get(one.duplicateOf!)!;
        next.set(one.id, root);
        const wanting = [...one.voters, ...(one.author ? [one.author] : [])];
        wanting.forEach(person => askers.get(root)!.add(person));
      }
      goesOnIn = next;
    }
    return found.map(one => ({ ...one, voters: [...askers.get(one.id)!] }));
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

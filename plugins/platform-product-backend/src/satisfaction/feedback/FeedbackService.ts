import { randomUUID } from 'crypto';
import { NotFoundError } from '@backstage/errors';
import {
  Feedback,
  FeedbackList,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { nextCursor, readOffset } from '../../http/offsetCursor';
import { Notifier } from '../../notifications/Notifier';
import { FeedbackReader, FeedbackStore, StoredFeedback } from './FeedbackStore';

/** A service as far as notices have to know it. */
interface Told {
  readonly title: string;
  /** Path of its page within the app. */
  readonly path: string;
}

const statusWords: Record<FeedbackStatus, string> = {
  open: 'is open again',
  planned: 'is planned',
  started: 'is being worked on',
  completed: 'is done',
  declined: 'was declined',
  duplicate: 'goes on in another one',
};

/** What people ask of services, and what becomes of it. */
export class FeedbackService {
  readonly #store: FeedbackStore;
  readonly #notifier: Pick<Notifier, 'tell'>;
  readonly #now: () => Date;

  constructor(options: {
    store: FeedbackStore;
    notifier: Pick<Notifier, 'tell'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#now = options.now;
  }

  /** @throws InputError when the cursor is not one of this list */
  async list(options: {
    readonly entityRef: string;
    readonly reader: FeedbackReader;
    readonly statuses?: readonly FeedbackStatus[];
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<FeedbackList> {
    const { entityRef, reader, cursor, statuses } = options;
    const list = `feedback ${entityRef}`;
    const offset = readOffset(list, cursor);
    const { items, counts } = await this.#store.list({ ...options, offset });
    const totalItems = Object.entries(counts)
      .filter(
        ([status]) => statuses?.includes(status as FeedbackStatus) ?? true,
      )
      .reduce((sum, [, count]) => sum + count, 0);
    return {
      items: items.map(item => toFeedback(item, reader)),
      totalItems,
      counts,
      pageInfo: {
        nextCursor: nextCursor(list, {
          offset,
          size: items.length,
          totalItems,
        }),
      },
    };
  }

  /** @throws NotFoundError when there is none */
  async find(id: string): Promise<StoredFeedback> {
    const found = await this.#store.get(id);
    if (!found) throw new NotFoundError(`No feedback found '${id}'`);
    return found;
  }

  /** @throws NotFoundError when the reader may not see it */
  requireSeen(found: StoredFeedback, reader: FeedbackReader): void {
    const isSeen =
      found.visibility !== 'team' ||
      reader.isTeam ||
      found.author === reader.userRef;
    if (!isSeen) throw new NotFoundError(`No feedback found '${found.id}'`);
  }

  async give(
    given: Pick<Feedback, 'entityRef' | 'title' | 'text' | 'visibility'> & {
      readonly by: string;
      readonly idempotencyKey?: string;
    },
    reader: FeedbackReader,
  ): Promise<Feedback> {
    const { by, idempotencyKey = randomUUID(), ...content } = given;
    const id = await this.#store.add(
      {
        ...content,
        id: randomUUID(),
        author: by,
        at: this.#now().toISOString(),
      },
      idempotencyKey,
    );
    return this.#show(id, reader);
  }

  /** The author is told, unless the reply is their own. */
  async reply(
    found: StoredFeedback,
    reply: {
      readonly text: string;
      readonly by: string;
      readonly fromTeam: boolean;
      readonly idempotencyKey?: string;
    },
    service: Told,
    reader: FeedbackReader,
  ): Promise<Feedback> {
    const { idempotencyKey = randomUUID(), ...content } = reply;
    const isNew = await this.#store.addReply(
      found.id,
      { ...content, id: randomUUID(), at: this.#now().toISOString() },
      idempotencyKey,
    );
    if (isNew && found.author && reply.by !== found.author) {
      await this.#notifier.tell({
        to: found.author,
        title: `There is a reply to your feedback on ${service.title}`,
        description: found.title,
        link: `${service.path}/satisfaction`,
        scope: `feedback:${found.id}`,
      });
    }
    return this.#show(found.id, reader);
  }

  /**
   * The author and the voters are told.
   *
   * @throws InputError when it is said to be the duplicate of what is none
   * @throws ConflictError when it has moved since the given version
   */
  async setStatus(
    found: StoredFeedback,
    change: {
      readonly version: number;
      readonly status: FeedbackStatus;
      readonly note?: string;
      readonly link?: string;
      readonly duplicateOf?: string;
      readonly by: string;
    },
    service: Told,
    reader: FeedbackReader,
  ): Promise<Feedback> {
    const { by, ...content } = change;
    await this.#store.setStatus(found, { ...content, at: this.#now() });
    const told = [...new Set([found.author, ...found.voters])].flatMap(
      userRef => (userRef && userRef !== by ? [userRef] : []),
    );
    if (told.length && change.status !== found.status) {
      await this.#notifier.tell({
        to: told,
        title: `${service.title}: “${found.title}” ${
          statusWords[change.status]
        }`,
        description: change.note,
        link: `${service.path}/satisfaction`,
        scope: `feedback:${found.id}`,
      });
    }
    return this.#show(found.id, reader);
  }

  async vote(
    found: StoredFeedback,
    userRef: string,
    isGiven: boolean,
    reader: FeedbackReader,
  ): Promise<Feedback> {
    await this.#store.setVote(found.id, userRef, isGiven);
    return this.#show(found.id, reader);
  }

  async #show(id: string, reader: FeedbackReader): Promise<Feedback> {
    return toFeedback(await this.find(id), reader);
  }
}

/** Votes are counted for everybody, and named to nobody. */
function toFeedback(
  { voters, ...item }: StoredFeedback,
  { userRef }: FeedbackReader,
): Feedback {
  return { ...item, hasMyVote: Boolean(userRef && voters.includes(userRef)) };
}

import { randomUUID } from 'crypto';
import { NotFoundError } from '@backstage/errors';
import {
  Feedback,
  FeedbackList,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { pathOf } from '../../catalog/pathOf';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { Reassess } from '../../maturity/Levels';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { Notifier } from '../../notifications/Notifier';
import { FeedbackReader, FeedbackStore, StoredFeedback } from './FeedbackStore';

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
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: FeedbackStore;
    notifier: Pick<Notifier, 'tell'>;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /** @throws FieldError when the cursor is not one of this list */
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

  async find(id: string): Promise<StoredFeedback | undefined> {
    return this.#store.get(id);
  }

  isSeen(found: StoredFeedback, reader: FeedbackReader): boolean {
    return (
      found.visibility !== 'team' ||
      reader.isTeam ||
      found.author === reader.userRef
    );
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
    service: ServiceEntity,
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
        title: `There is a reply to your feedback on ${titleOf(
          service.entity,
        )}`,
        description: found.title,
        link: `${pathOf(service.entity)}/satisfaction`,
        scope: `feedback:${found.id}`,
      });
    }
    await this.#reassess(found.entityRef);
    return this.#show(found.id, reader);
  }

  /**
   * The author and the voters are told.
   *
   * @throws FieldError when it is said to be the duplicate of what is none
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
    service: ServiceEntity,
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
        title: `${titleOf(service.entity)}: “${found.title}” ${
          statusWords[change.status]
        }`,
        description: change.note,
        link: `${pathOf(service.entity)}/satisfaction`,
        scope: `feedback:${found.id}`,
      });
    }
    await this.#reassess(found.entityRef);
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
    const found = await this.find(id);
    if (!found) throw new NotFoundError(`No feedback found '${id}'`);
    return toFeedback(found, reader);
  }
}

/** Votes are counted for everybody, and named to nobody. */
function toFeedback(
  { voters, ...item }: StoredFeedback,
  { userRef }: FeedbackReader,
): Feedback {
  return { ...item, hasMyVote: Boolean(userRef && voters.includes(userRef)) };
}

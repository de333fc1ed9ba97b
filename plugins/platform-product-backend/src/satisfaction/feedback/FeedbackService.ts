import { randomUUID } from 'crypto';
import { NotFoundError } from '@backstage/errors';
import {
  Feedback,
  FeedbackList,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Reassess } from '../../maturity/Levels';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { Outbox } from '../../notifications/Outbox';
import { GroupTree } from '../../people/GroupTree';
import { teamOf } from '../../people/teamOf';
import {
  feedbackGiven,
  feedbackMoved,
  feedbackReplied,
} from '../notifications';
import { FeedbackReader, FeedbackStore, StoredFeedback } from './FeedbackStore';
import { isFeedbackSeen } from './isFeedbackSeen';

/** What people ask of services, and what becomes of it. */
export class FeedbackService {
  readonly #store: FeedbackStore;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: FeedbackStore;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#outbox = options.outbox;
    this.#groups = options.groups;
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

  /** What the team of some services has not answered, the most wanted first. */
  async listUnanswered(
    entityRefs: readonly string[],
    reader: FeedbackReader,
    limit: number,
  ): Promise<Feedback[]> {
    const found = await this.#store.listUnanswered(entityRefs, limit);
    return found.map(item => toFeedback(item, reader));
  }

  async find(id: string): Promise<StoredFeedback | undefined> {
    return this.#store.get(id);
  }

  isSeen(found: StoredFeedback, reader: FeedbackReader): boolean {
    return isFeedbackSeen(found, reader);
  }

  /** The team is told, but for who gives it. */
  async give(
    given: Pick<Feedback, 'title' | 'text' | 'visibility'> & {
      readonly by: string;
      readonly idempotencyKey?: string;
    },
    { entityRef, entity }: ServiceEntity,
    reader: FeedbackReader,
  ): Promise<Feedback> {
    const { by, idempotencyKey = randomUUID(), ...content } = given;
    const people = await this.#groups.findPeopleInside(teamOf(entity));
    const to = new Set([...people.values()].flatMap(inside => [...inside]));
    to.delete(by);
    const added = { ...content, entityRef, id: randomUUID() };
    const id = await this.#store.add(
      { ...added, author: by, at: this.#now().toISOString() },
      idempotencyKey,
      transaction =>
        this.#outbox.put(
          transaction,
          feedbackGiven({
            entity,
            feedback: added,
            isForTeam: added.visibility === 'team',
            to: [...to],
          }),
        ),
    );
    await this.#outbox.wake();
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
    const isToTell = found.author && reply.by !== found.author;
    await this.#store.addReply(
      found.id,
      { ...content, id: randomUUID(), at: this.#now().toISOString() },
      idempotencyKey,
      async transaction => {
        if (!isToTell) return;
        await this.#outbox.put(
          transaction,
          feedbackReplied({
            entity: service.entity,
            feedback: found,
            to: [found.author!],
          }),
        );
      },
    );
    await this.#outbox.wake();
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
    const to = [...new Set([found.author, ...found.voters])].flatMap(userRef =>
      userRef && userRef !== by ? [userRef] : [],
    );
    await this.#store.setStatus(
      found,
      { ...content, at: this.#now() },
      async transaction => {
        if (change.status === found.status) return;
        const { status, note } = change;
        await this.#outbox.put(
          transaction,
          feedbackMoved({
            entity: service.entity,
            feedback: found,
            to,
            status,
            note,
          }),
        );
      },
    );
    await this.#outbox.wake();
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

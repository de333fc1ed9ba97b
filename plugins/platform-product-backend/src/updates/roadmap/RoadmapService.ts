import { randomUUID } from 'crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  evidenceSources,
  RoadmapContent,
  RoadmapItemChange,
  RoadmapItemInput,
  RoadmapPlace,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Levels } from '../../maturity/Levels';
import { Outbox } from '../../notifications/Outbox';
import { FieldError } from '../../operations/FieldError';
import {
  FeedbackLinks,
  LinkedFeedback,
} from '../../satisfaction/FeedbackLinks';
import { roadmapShipped } from '../notifications';
import { roadmapCollectorId } from './RoadmapCollector';
import { RoadmapStore, StoredRoadmapItem } from './RoadmapStore';
import { askersOf, RoadmapReader } from './RoadmapViews';

/** Who writes a roadmap, and of which service. */
export interface RoadmapAuthor {
  readonly service: ServiceEntity;
  readonly by: string;
  readonly reader: RoadmapReader;
}

const moved = () =>
  new ConflictError('The item has moved meanwhile; look at it again');

/** The rules of roadmaps: what is on them, where it stands, and who hears of it. */
export class RoadmapService {
  readonly #store: RoadmapStore;
  readonly #feedback: FeedbackLinks;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #levels: Pick<Levels, 'reassess'>;
  readonly #now: () => Date;

  constructor(options: {
    store: RoadmapStore;
    feedbackLinks: FeedbackLinks;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    levels: Pick<Levels, 'reassess'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#feedback = options.feedbackLinks;
    this.#outbox = options.outbox;
    this.#levels = options.levels;
    this.#now = options.now;
  }

  /** A service's roadmap, with its drafts for those who may write it. */
  list(options: {
    readonly entityRef: string;
    readonly reader: RoadmapReader;
    readonly shipped: number;
  }): ReturnType<RoadmapStore['list']> {
    const { reader, ...rest } = options;
    return this.#store.list({ ...rest, withDrafts: reader.isTeam });
  }

  find(id: string): Promise<StoredRoadmapItem | undefined> {
    return this.#store.get(id);
  }

  /**
   * Puts something on a roadmap, once for a person and key.
   *
   * @throws FieldError when it names feedback that the author can't
   * @throws ConflictError when there is too much on it
   */
  async add(
    input: RoadmapItemInput,
    author: RoadmapAuthor & { readonly idempotencyKey?: string },
  ): Promise<StoredRoadmapItem> {
    const { service, by, idempotencyKey = randomUUID() } = author;
    const now = this.#now().toISOString();
    const item: StoredRoadmapItem = {
      ...contentOf(input),
      id: randomUUID(),
      entityRef: service.entityRef,
      stage: input.stage,
      isDraft: input.isDraft ?? false,
      feedbackIds: await this.#linked(input, author),
      stageSince: now,
      version: 1,
      createdBy: by,
      createdAt: now,
    };
    const kept = await this.#store.add(item, idempotencyKey);
    await this.#reassess(kept);
    return kept;
  }

  /**
   * Writes an item anew. Feedback that the author can't see stays with it.
   *
   * @throws FieldError when it names feedback that the author can't, or would be hidden
   * @throws ConflictError when it has moved since that version
   */
  async change(
    item: StoredRoadmapItem,
    change: RoadmapItemChange,
    author: RoadmapAuthor,
  ): Promise<StoredRoadmapItem> {
    const { isDraft = item.isDraft, version } = change;
    if (isDraft && !item.isDraft) {
      throw new FieldError(
        'isDraft',
        'must not hide what everybody has seen; it can be removed',
      );
    }
    const feedbackIds = await this.#linked(change, author, item.feedbackIds);
    const fresh = feedbackIds.filter(id => !item.feedbackIds.includes(id));
    const isShown = item.isDraft && !isDraft;
    const at = this.#now();
    const words = {
      ...contentOf(change),
      isDraft,
      feedbackIds,
      // Of a draft nobody could see how long it stood there.
      stageSince: isShown ? at.toISOString() : item.stageSince,
    };
    const next = { ...item, ...words };
    const tell =
      item.stage === 'shipped'
        ? await this.#prepareToTell(next, author, fresh)
        : undefined;
    if (!(await this.#store.change({ id: item.id, version }, words, tell))) {
      throw moved();
    }
    return this.#changed(next);
  }

  /**
   * Moves an item. When it ships, the feedback that it came from is done, and who asked
   * for it is told, once, however often it moves back and forth.
   *
   * @throws FieldError when the item that is to follow it is not in that stage
   * @throws ConflictError when it has moved since that version, or is a draft
   */
  async move(
    item: StoredRoadmapItem,
    place: RoadmapPlace,
    author: RoadmapAuthor,
  ): Promise<StoredRoadmapItem> {
    const { version, stage, before } = place;
    const isShipped = stage === 'shipped';
    if (isShipped && before) {
      throw new FieldError('before', 'is no place among what has shipped');
    }
    if (isShipped && item.isDraft) {
      throw new ConflictError('It is a draft; show it to everybody first');
    }
    const at = this.#now();
    const isSame = stage === item.stage;
    const to = {
      stage,
      before,
      stageSince: isSame ? item.stageSince : at.toISOString(),
      shippedAt: isSame ? item.shippedAt : undefined,
      ...(isShipped && !isSame && { shippedAt: at.toISOString() }),
    };
    const tell =
      isShipped && !isSame
        ? await this.#prepareToTell(item, author, item.feedbackIds)
        : undefined;
    const { id, entityRef } = item;
    if (!(await this.#store.move({ id, entityRef, version }, to, tell))) {
      throw moved();
    }
    return this.#changed(item);
  }

  async remove(item: StoredRoadmapItem): Promise<void> {
    await this.#store.remove(item.id);
    await this.#reassess(item);
  }

  /**
   * The feedback that an item came from by what is asked, and what of it the author can
   * neither see nor take away.
   *
   * @throws FieldError when it is not of the service, or the author can't see it
   */
  async #linked(
    { feedbackIds: asked = [] }: Pick<RoadmapContent, 'feedbackIds'>,
    { service, reader }: RoadmapAuthor,
    known: readonly string[] = [],
  ): Promise<string[]> {
    const found = new Map(
      (await this.#feedback.list([...asked, ...known])).map(one => [
        one.id,
        one,
      ]),
    );
    const { userRef, managesFeedback: isTeam } = reader;
    const isSeen = (feedback: LinkedFeedback | undefined) =>
      feedback?.entityRef === service.entityRef &&
      this.#feedback.isSeen(feedback, { userRef, isTeam });
    if (!asked.every(id => isSeen(found.get(id)))) {
      throw new FieldError(
        'feedbackIds',
        'must be feedback on this service that you can see',
      );
    }
    const unseen = known.filter(id => found.has(id) && !isSeen(found.get(id)));
    return [...new Set([...asked, ...unseen])];
  }

  /** What is written with shipping: that some feedback is done, and who hears of it. */
  async #prepareToTell(
    item: StoredRoadmapItem,
    { service, by }: RoadmapAuthor,
    done: readonly string[],
  ): Promise<(transaction: Knex.Transaction) => Promise<void>> {
    const feedback = await this.#feedback.list(item.feedbackIds);
    const at = this.#now();
    return async transaction => {
      const note = `Shipped: ${item.title}`;
      const { link } = item;
      await this.#feedback.complete(transaction, done, { note, link, at });
      // Who ships it knows, also when somebody else ships it again.
      const fresh = await this.#store.noteTold(transaction, item.id, [
        ...askersOf(feedback),
      ]);
      const people = fresh.filter(person => person !== by);
      await this.#outbox.put(
        transaction,
        ...roadmapShipped({
          entity: service.entity,
          item,
          people: people.map(person => ({
            person,
            asked: feedback
              .filter(one => askersOf([one]).has(person))
              .map(({ title }) => title),
          })),
        }),
      );
    };
  }

  async #changed(item: StoredRoadmapItem): Promise<StoredRoadmapItem> {
    await this.#outbox.wake();
    await this.#reassess(item);
    const kept = await this.#store.get(item.id);
    if (!kept) throw new NotFoundError(`No roadmap item found '${item.id}'`);
    return kept;
  }

  /** Of a draft, no level must tell. */
  async #reassess({ entityRef, isDraft }: StoredRoadmapItem): Promise<void> {
    if (isDraft) return;
    await this.#levels.reassess(entityRef, [
      roadmapCollectorId,
      evidenceSources.feedback,
    ]);
  }
}

/** What of an item is as somebody wrote it. */
function contentOf(written: RoadmapContent) {
  const { title, text, feature, cutsKtlo = false, link } = written;
  return { title, text, feature, cutsKtlo, link };
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  ConcerningNotice,
  Notice,
  NoticeAnswer,
} from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../../access/AccessService';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { Outbox } from '../../notifications/Outbox';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { GroupTree } from '../../people/GroupTree';
import { answerWanted } from '../notifications';
import { NoticeService } from './NoticeService';
import { NoticeStore, StoredNotice } from './NoticeStore';
import { ReachStore } from './ReachStore';

const day = 24 * 60 * 60 * 1000;

interface Reader {
  readonly credentials: BackstageCredentials;
}

/** What owners say of what notices reach, and who sees which of it. */
export class NoticeAnswers {
  readonly #store: ReachStore;
  readonly #noticeStore: Pick<NoticeStore, 'noteReminder'>;
  readonly #notices: Pick<NoticeService, 'listByIds'>;
  readonly #access: Pick<AccessService, 'claimsOf'>;
  readonly #graph: CatalogGraph;
  readonly #groups: Pick<GroupTree, 'findGroupsAbove' | 'findPeopleInside'>;
  readonly #services: Pick<ServiceCatalog, 'isService'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #tellUsers: () => void;
  readonly #onAnswered: (entityRef: string) => Promise<unknown>;
  readonly #now: () => Date;

  constructor(options: {
    store: ReachStore;
    noticeStore: Pick<NoticeStore, 'noteReminder'>;
    notices: Pick<NoticeService, 'listByIds'>;
    access: Pick<AccessService, 'claimsOf'>;
    graph: CatalogGraph;
    groups: Pick<GroupTree, 'findGroupsAbove' | 'findPeopleInside'>;
    services: Pick<ServiceCatalog, 'isService'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    /** Begins to tell whom a notice reaches, and nobody has told. */
    tellUsers: () => void;
    /** Called with the ref of the service. */
    onAnswered: (entityRef: string) => Promise<unknown>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#noticeStore = options.noticeStore;
    this.#notices = options.notices;
    this.#access = options.access;
    this.#graph = options.graph;
    this.#groups = options.groups;
    this.#services = options.services;
    this.#outbox = options.outbox;
    this.#tellUsers = options.tellUsers;
    this.#onAnswered = options.onAnswered;
    this.#now = options.now;
  }

  /** Notices with how many they reach and what was answered; one query. */
  async withReach(notices: readonly StoredNotice[]): Promise<Notice[]> {
    const published = notices.filter(({ publishedAt }) => publishedAt);
    const reach = await this.#store.count(published.map(({ id }) => id));
    return notices.map(notice =>
      notice.publishedAt ? { ...notice, reach: reach.get(notice.id) } : notice,
    );
  }

  /**
   * A page of what a notice reaches, those who have not answered first; three queries
   * and two catalog calls. What the reader may not read is counted, and not listed.
   */
  async list(
    notice: StoredNotice,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
    { credentials }: Reader,
  ) {
    const list = `notice answers ${notice.entityRef}`;
    const offset = readOffset(list, cursor);
    const { items, totalItems } = await this.#store.listAnswers(notice.id, {
      offset,
      limit,
    });
    const page = { offset, size: items.length, totalItems };
    const refs = items.flatMap(({ path }) => [...path]);
    const [known, seen] = await Promise.all([
      this.#graph.getEntities(refs),
      this.#graph.getEntities(refs, credentials),
    ]);
    // What has left the catalog is nobody's secret any more.
    const isShown = (ref: string) => seen.has(ref) || !known.has(ref);
    return {
      items: items
        .filter(({ entityRef }) => isShown(entityRef))
        .map(item => ({ ...item, path: item.path.filter(isShown) })),
      totalItems,
      pageInfo: { nextCursor: nextCursor(list, page) },
    };
  }

  /**
   * Keeps what somebody says for entities of theirs, for all or for none.
   *
   * @throws NotAllowedError when one is not theirs, or not reached; they can't tell which
   * @throws ConflictError when the notice is over
   */
  async answer(
    notice: StoredNotice,
    {
      entityRefs,
      ...said
    }: {
      readonly entityRefs: readonly string[];
      readonly answer: NonNullable<NoticeAnswer['answer']>;
      readonly note?: string;
      readonly by: string;
    },
    reader: Reader,
  ): Promise<{ items: NoticeAnswer[] }> {
    const refs = [...new Set(entityRefs)];
    const own = await this.#ownRefs(reader);
    const found = await this.#store.find(notice.id, refs);
    const isOwn = ({ owners }: NoticeAnswer) =>
      owners.some(owner => own.has(owner));
    if (found.length < refs.length || !found.every(isOwn)) {
      throw new NotAllowedError(
        'Only who owns an entity that the notice reaches can answer for it',
      );
    }
    if (!isOpen(notice)) {
      throw new ConflictError('The notice is over');
    }
    const answer = { ...said, at: this.#now().toISOString() };
    const isConcernedAgain = await this.#store.putAnswers(
      notice,
      refs.map(entityRef => ({ ...answer, entityRef })),
    );
    if (isConcernedAgain) this.#tellUsers();
    await this.#onAnswered(notice.entityRef);
    return { items: found.map(item => ({ ...item, ...answer })) };
  }

  /**
   * Reminds the owners of what has not answered, and answers of how many entities.
   *
   * @throws ConflictError when it is over, or they were reminded within a day
   */
  async remind(
    notice: StoredNotice,
    { entity }: ServiceEntity,
  ): Promise<{ entities: number }> {
    if (!isOpen(notice)) throw new ConflictError('The notice is over');
    const waiting = await this.#store.listUnanswered(notice.id);
    if (!waiting.length) return { entities: 0 };
    const inside = await this.#groups.findPeopleInside([
      ...new Set(waiting.flatMap(({ owners }) => owners)),
    ]);
    const people = new Map<string, { title: string }[]>();
    for (const { entityRef, owners } of waiting) {
      const title = entityRef.split('/')[1];
      for (const person of new Set(
        owners.flatMap(owner => [...(inside.get(owner) ?? [])]),
      )) {
        people.set(person, [...(people.get(person) ?? []), { title }]);
      }
    }
    const now = this.#now();
    const isNoted = await this.#noticeStore.noteReminder(
      notice.id,
      now,
      new Date(+now - day),
      transaction =>
        this.#outbox.put(
          transaction,
          ...[...people].map(([person, reached]) =>
            answerWanted({ entity, notice, reached, to: [person] }),
          ),
        ),
    );
    if (!isNoted) {
      throw new ConflictError('They were reminded within the last day');
    }
    await this.#outbox.wake();
    return { entities: waiting.length };
  }

  /**
   * Open notices that concern one entity, or all that the reader owns, of services
   * that they see; of paths, they see what they may read. A constant number of queries
   * and of catalog calls, but for levels of groups.
   */
  async listConcerning(
    entityRef: string | undefined,
    reader: Reader,
  ): Promise<ConcerningNotice[]> {
    const { credentials } = reader;
    // Mostly nothing is wrong, which is told without a call.
    if (!entityRef && !(await this.#store.hasOpen())) return [];
    const own = entityRef ? undefined : await this.#ownRefs(reader);
    const reached = await this.#store.listReaching(
      entityRef ? { entityRef } : { owners: [...(own ?? [])] },
    );
    if (!reached.length) return [];
    const found = await this.#notices.listByIds([
      ...new Set(reached.map(({ noticeId }) => noticeId)),
    ]);
    const notices = new Map(
      found.filter(isOpen).map(notice => [notice.id, notice]),
    );
    const [theirs, seen] = await Promise.all([
      own ?? this.#ownRefs(reader),
      this.#graph.getSeen(
        [
          ...[...notices.values()].map(notice => notice.entityRef),
          ...reached.flatMap(({ path }) => [...path]),
        ],
        credentials,
      ),
    ]);
    return reached.flatMap(({ noticeId, ...concerned }) => {
      const notice = notices.get(noticeId);
      const service = notice && seen.get(notice.entityRef);
      const isSeen = service && this.#services.isService(service);
      if (!isSeen || !seen.has(concerned.entityRef)) return [];
      const canAnswer = concerned.owners.some(owner => theirs.has(owner));
      return [
        {
          notice,
          title: titleOf(service),
          concerned: {
            ...concerned,
            path: concerned.path.filter(ref => seen.has(ref)),
            by: canAnswer ? concerned.by : undefined,
            note: canAnswer ? concerned.note : undefined,
          },
          isDirect: concerned.path.length <= 2,
          canAnswer,
        },
      ];
    });
  }

  /** The reader and all groups that they are inside. */
  async #ownRefs({ credentials }: Reader): Promise<ReadonlySet<string>> {
    const claims = await this.#access.claimsOf(credentials);
    return claims.length ? this.#groups.findGroupsAbove(claims) : new Set();
  }
}

import { randomUUID } from 'crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Notice } from '@platform-product/backstage-plugin-common';
import {
  defaultNextUpdate,
  firstStatuses,
  isAboutData,
  isMaintenance,
  isOpen,
  nextStatuses,
  NoticeDraft,
  NoticeInput,
} from '@platform-product/backstage-plugin-common/rules';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Reassess } from '../../maturity/Levels';
import { idOfKey } from '../../database/idOfKey';
import { Outbox } from '../../notifications/Outbox';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { teamOf } from '../../people/teamOf';
import { noticeDrafted } from '../notifications';
import { noticeAsOf } from './publishedNotices';
import {
  NoticeChange,
  NoticeState,
  NoticeStore,
  StoredNotice,
} from './NoticeStore';

/** What somebody says is new about a notice. */
export interface NoticeNews {
  /** Of the notice that the author has seen. */
  readonly version: number;
  readonly status?: Notice['status'];
  readonly impact?: Notice['impact'];
  readonly text: string;
  readonly link?: string;
  readonly isFinal?: boolean;
  readonly corrects?: string;
  readonly mergedInto?: string;
  readonly nextUpdateDueAt?: string;
  /** What is known better; null takes a field away. */
  readonly changes?: {
    readonly [Field in keyof NoticeDraft]?: NoticeDraft[Field] | null;
  };
}

interface Author {
  readonly by: string;
  readonly idempotencyKey?: string;
}

/** Whatever a draft may leave out. */
const nothing = {
  whatToDo: undefined,
  notAffected: undefined,
  safeAgain: undefined,
  from: undefined,
  until: undefined,
  data: undefined,
  nextUpdateDueAt: undefined,
} as const satisfies NoticeChange;

/** Changes as they are kept: a field that is taken away is not there. */
function withoutNulls(changes: NoticeNews['changes'] = {}): NoticeChange {
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field,
      value ?? undefined,
    ]),
  );
}

/** Clocks of people may be a little ahead. */
const tolerance = 60_000;

/** The rules of notices: drafts, publishing, and what is said since. */
export class NoticeService {
  readonly #store: NoticeStore;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #tellUsers: () => void;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: NoticeStore;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    /** Begins to find and tell whom it reaches; nobody waits for it. */
    tellUsers: () => void;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#outbox = options.outbox;
    this.#tellUsers = options.tellUsers;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /**
   * A page of a service's notices; drafts for its team alone, which is only asked for
   * while there are any. Six queries.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async list(options: {
    readonly entityRef: string;
    readonly isTeam: () => Promise<boolean>;
    readonly state?: NoticeState;
    readonly cursor?: string;
    readonly limit: number;
  }) {
    const { entityRef, isTeam, state, cursor, limit } = options;
    const list = `notices ${entityRef} ${state ?? ''}`;
    const offset = readOffset(list, cursor);
    const now = this.#now();
    const asked: NoticeState[] = state ? [state] : ['open', 'draft', 'over'];
    const seesDrafts =
      asked.includes('draft') &&
      (await this.#store.hasDrafts(entityRef)) &&
      (await isTeam());
    const states = asked.filter(one => seesDrafts || one !== 'draft');
    const { items, totalItems } = states.length
      ? await this.#store.list({ entityRef, states, now, offset, limit })
      : { items: [], totalItems: 0 };
    return {
      items: items.map(notice => this.#asOfNow(notice)),
      totalItems,
      pageInfo: {
        nextCursor: nextCursor(list, {
          offset,
          size: items.length,
          totalItems,
        }),
      },
    };
  }

  async find(id: string): Promise<StoredNotice | undefined> {
    const notice = await this.#store.get(id);
    return notice && this.#asOfNow(notice);
  }

  /** Published notices of some services, open ones and those since a moment. */
  async listPublished(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<StoredNotice[]> {
    const found = await this.#store.listPublished(entityRefs, since);
    return found.map(notice => this.#asOfNow(notice));
  }

  async listByIds(ids: readonly string[]): Promise<StoredNotice[]> {
    const found = await this.#store.listByIds(ids);
    return found.map(notice => this.#asOfNow(notice));
  }

  /** Prepares a notice that its team alone sees; a tool's draft is told to them. */
  async draft(
    { entityRef, entity }: ServiceEntity,
    draft: NoticeDraft,
    author: Author & { readonly isTool?: boolean },
  ): Promise<StoredNotice> {
    const { by, isTool, idempotencyKey = randomUUID() } = author;
    // The same key of a tool names the same draft for good, whatever became of it.
    const id = isTool
      ? idOfKey('ingested notice', `${by} ${idempotencyKey}`)
      : randomUUID();
    if (isTool) {
      const known = await this.find(id);
      if (known?.entityRef === entityRef) return known;
      if (known || (await this.#store.wasDiscarded(id))) {
        throw new ConflictError(
          'The draft of this key was thrown away, or is of another service',
        );
      }
    }
    const notice: StoredNotice = {
      ...this.#contentOf(draft),
      id,
      entityRef,
      toldAfterwards: false,
      version: 1,
      createdBy: by,
      createdAt: this.#now().toISOString(),
      updates: [],
    };
    const key = `draft ${idempotencyKey}`;
    const kept = await this.#store.add(notice, key, transaction =>
      isTool
        ? this.#outbox.put(
            transaction,
            noticeDrafted({ entity, notice, to: teamOf(entity) }),
          )
        : Promise.resolve(),
    );
    await this.#outbox.wake();
    return this.#asOfNow(kept);
  }

  /**
   * Tells the users of a service.
   *
   * @throws FieldError when a time is not where it can be
   */
  async publish(
    { entityRef }: ServiceEntity,
    input: NoticeInput,
    { by, idempotencyKey = randomUUID() }: Author,
  ): Promise<StoredNotice> {
    const now = this.#now();
    const notice: StoredNotice = {
      ...this.#published(input, by),
      id: randomUUID(),
      entityRef,
      version: 1,
      createdBy: by,
      createdAt: now.toISOString(),
    };
    return this.#told(await this.#store.add(notice, idempotencyKey));
  }

  /** @throws ConflictError when it is published, or has moved since that version */
  async changeDraft(
    notice: StoredNotice,
    { version, ...draft }: NoticeDraft & { readonly version: number },
  ): Promise<StoredNotice> {
    await this.#changeDraft({ ...notice, version }, this.#contentOf(draft));
    return this.#get(notice.id);
  }

  /** @throws ConflictError when it is published, or has moved since that version */
  async publishDraft(
    notice: StoredNotice,
    { version, ...input }: NoticeInput & { readonly version: number },
    by: string,
  ): Promise<StoredNotice> {
    const { updates, ...published } = this.#published(input, by);
    await this.#changeDraft({ ...notice, version }, published, {
      ...updates[0],
      idempotencyKey: `publication ${notice.id}`,
    });
    return this.#told(await this.#get(notice.id));
  }

  /** @throws ConflictError when it is published */
  async discardDraft({ id }: StoredNotice): Promise<void> {
    if (!(await this.#store.removeDraft(id))) {
      throw new ConflictError('It is published; it can be withdrawn instead');
    }
  }

  /**
   * Adds what is new, once for a person and key; whom the notice reaches is told.
   *
   * @throws FieldError when a field says what can't be
   * @throws ConflictError when it is a draft, or can't go to that status any more
   */
  async update(
    notice: StoredNotice,
    news: NoticeNews,
    author: Author,
  ): Promise<StoredNotice> {
    const { by, idempotencyKey = randomUUID() } = author;
    if (await this.#isSaid(notice, news, { by, idempotencyKey })) {
      return this.#get(notice.id);
    }
    await this.#checkNews(notice, news);
    const now = this.#now();
    const status = news.status ?? notice.status;
    const impact = news.impact ?? notice.impact;
    const isStillOpen = isOpen({ status });
    const nextUpdateDueAt = isStillOpen
      ? news.nextUpdateDueAt ?? this.#nextUpdate(notice, impact)
      : undefined;
    const wasOver = !isOpen(notice);
    const isWritten = await this.#store.change(
      { ...notice, version: news.version },
      {
        ...withoutNulls(news.changes),
        status,
        impact,
        nextUpdateDueAt,
        mergedInto:
          news.mergedInto ??
          (status === 'merged' ? notice.mergedInto : undefined),
        endedAt: isStillOpen
          ? undefined
          : (wasOver ? notice.endedAt : undefined) ?? now.toISOString(),
      },
      {
        id: randomUUID(),
        status,
        impact,
        text: news.text,
        link: news.link,
        isFinal: status === 'post-mortem' ? news.isFinal : undefined,
        corrects: news.corrects,
        nextUpdateDueAt,
        by,
        at: now.toISOString(),
        idempotencyKey,
      },
    );
    if (!isWritten) {
      // The same request may have been first.
      if (await this.#isSaid(notice, news, { by, idempotencyKey })) {
        return this.#get(notice.id);
      }
      throw new ConflictError(
        'The notice has moved meanwhile; look at it again',
      );
    }
    return this.#told(await this.#get(notice.id));
  }

  /** Whether this was said with the same key before. */
  async #isSaid(
    notice: StoredNotice,
    news: NoticeNews,
    { by, idempotencyKey }: Required<Author>,
  ): Promise<boolean> {
    const known = await this.#store.findUpdate(by, idempotencyKey);
    if (!known) return false;
    if (known.noticeId !== notice.id || known.text !== news.text) {
      throw new ConflictError(
        'The idempotency key was used for another request before',
      );
    }
    return true;
  }

  async #changeDraft(
    notice: StoredNotice,
    change: NoticeChange,
    update?: Parameters<NoticeStore['change']>[2],
  ): Promise<void> {
    if (notice.publishedAt) {
      throw new ConflictError(
        'It is published; say what is new in an update instead',
      );
    }
    if (!(await this.#store.change(notice, change, update))) {
      throw new ConflictError('The draft has moved since that version');
    }
  }

  /** What is published of an input, with the first thing said of it. */
  #published(input: NoticeInput, by: string) {
    const now = this.#now();
    const at = now.toISOString();
    const content = this.#contentOf(input);
    const { status, impact, text } = content;
    this.#checkTimes(input);
    const isStillOpen = isOpen({ status });
    const nextUpdateDueAt = isStillOpen
      ? input.nextUpdateDueAt ?? this.#nextUpdate(content, impact)
      : undefined;
    return {
      ...content,
      publishedAt: at,
      toldAfterwards: !isStillOpen,
      nextUpdateDueAt,
      endedAt: isStillOpen ? undefined : at,
      updates: [
        { id: randomUUID(), status, impact, text, nextUpdateDueAt, by, at },
      ],
    };
  }

  /** Maintenance says by itself when it begins and ends. */
  #nextUpdate(
    notice: Pick<Notice, 'kind'>,
    impact: Notice['impact'],
  ): string | undefined {
    return isMaintenance(notice)
      ? undefined
      : defaultNextUpdate(impact, this.#now());
  }

  #checkTimes({ detectedAt, nextUpdateDueAt }: NoticeDraft): void {
    const now = +this.#now();
    if (detectedAt && +new Date(detectedAt) > now + tolerance) {
      throw new FieldError('detectedAt', 'must not be in the future');
    }
    if (nextUpdateDueAt && +new Date(nextUpdateDueAt) <= now) {
      throw new FieldError('nextUpdateDueAt', 'must be in the future');
    }
  }

  async #checkNews(notice: StoredNotice, news: NoticeNews): Promise<void> {
    if (!notice.publishedAt) {
      throw new ConflictError('It is a draft; publish it first');
    }
    const { status, corrects, mergedInto, nextUpdateDueAt, changes } = news;
    if (status && !nextStatuses(notice).includes(status)) {
      throw new ConflictError(
        `It is ${notice.status}, and cannot be ${status}`,
      );
    }
    this.#checkTimes({ nextUpdateDueAt } as NoticeDraft);
    if (corrects && !notice.updates.some(({ id }) => id === corrects)) {
      throw new FieldError('corrects', 'is no update of this notice');
    }
    const { from, until } = { ...notice, ...withoutNulls(changes) };
    if (from && until && +new Date(from) >= +new Date(until)) {
      throw new FieldError('changes', 'must end after it begins');
    }
    if (changes?.data && !isAboutData(notice)) {
      throw new FieldError(
        'changes',
        'must not be about data where the notice is not',
      );
    }
    const goesOn = status === 'scheduled' || status === 'in-progress';
    if (goesOn && until && +new Date(until) <= +this.#now()) {
      throw new FieldError(
        'changes',
        'must end in the future where the maintenance goes on',
      );
    }
    if (mergedInto) {
      const other = await this.#store.get(mergedInto);
      const isGood =
        other?.publishedAt &&
        other.entityRef === notice.entityRef &&
        other.id !== notice.id &&
        other.status !== 'merged' &&
        other.status !== 'withdrawn';
      if (!isGood) {
        throw new FieldError(
          'mergedInto',
          'is no other published notice of the service',
        );
      }
    }
  }

  #contentOf(draft: NoticeDraft) {
    const { status, detectedAt, text, ...content } = draft;
    const [first] = firstStatuses(draft);
    return {
      // What was taken out of a draft is not there any more.
      ...nothing,
      ...content,
      text: text ?? '',
      status: isMaintenance(draft) ? first : status ?? first,
      detectedAt: detectedAt ?? this.#now().toISOString(),
    };
  }

  async #told(notice: StoredNotice): Promise<StoredNotice> {
    this.#tellUsers();
    await this.#reassess(notice.entityRef);
    return this.#asOfNow(notice);
  }

  async #get(id: string): Promise<StoredNotice> {
    const notice = await this.find(id);
    if (!notice) throw new NotFoundError(`No notice found '${id}'`);
    return notice;
  }

  #asOfNow(notice: StoredNotice): StoredNotice {
    return noticeAsOf(notice, this.#now());
  }
}

import { randomUUID } from 'crypto';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Ladder,
  ListedWaiver,
  ServiceWaiver,
  WaiverStatus,
} from '@platform-product/backstage-plugin-common';
import {
  decisionStandsAfter,
  waiverStatus,
} from '@platform-product/backstage-plugin-common/rules';
import { VisibleServices } from '../../catalog/ServiceCatalog';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { CriterionNews } from '../CriterionNews';
import { AssessOptions } from '../assessment/Assessor';
import { readExpiry } from '../readExpiry';
import { StoredWaiver, WaiverStore } from './WaiverStore';

export interface RequestWaiverOptions {
  readonly entityRef: string;
  readonly criterionId: string;
  readonly reason: string;
  readonly expiresAt: string;
  readonly by: string;
  readonly idempotencyKey?: string;
}

type ReassessWaived = (
  entityRef: string,
  options?: Pick<AssessOptions, 'isUndoing'>,
) => Promise<void>;

type WaiverNews = 'waiverAsked' | 'waiverDecided' | 'waiverReopened' | 'wake';

/** Which waivers of all services are listed. */
export interface ListWaiversOptions {
  readonly visible: VisibleServices;
  readonly statuses?: readonly WaiverStatus[];
  readonly cursor?: string;
  readonly limit: number;
}

/** The rules of waivers. What changes one assesses its service again. */
export class WaiverService {
  readonly #store: WaiverStore;
  readonly #ladder: Ladder;
  readonly #longest: number;
  readonly #news: Pick<CriterionNews, WaiverNews>;
  readonly #reassess: ReassessWaived;
  readonly #now: () => Date;

  constructor(options: {
    store: WaiverStore;
    ladder: Ladder;
    /** The longest that a waiver may hold, in milliseconds. */
    longest: number;
    news: Pick<CriterionNews, WaiverNews>;
    reassess: ReassessWaived;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#ladder = options.ladder;
    this.#longest = options.longest;
    this.#news = options.news;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /**
   * Asks for a waiver.
   *
   * @throws FieldError when there is no such criterion or the expiry is bad
   * @throws ConflictError when there is a pending or an approved one already, or the
   * same was denied
   */
  async request(options: RequestWaiverOptions): Promise<ServiceWaiver> {
    const { criterionId, idempotencyKey = randomUUID() } = options;
    if (!this.#ladder.criteria.some(c => c.id === criterionId)) {
      throw new FieldError(
        'criterionId',
        `there is no criterion '${criterionId}'`,
      );
    }
    const now = this.#now();
    const waiver: StoredWaiver = {
      id: randomUUID(),
      entityRef: options.entityRef,
      criterionId,
      reason: options.reason,
      requestedBy: options.by,
      requestedAt: now.toISOString(),
      expiresAt: readExpiry(options.expiresAt, now, this.#longest),
    };
    const kept = await this.#store.add(
      waiver,
      idempotencyKey,
      await this.#news.waiverAsked(waiver),
    );
    await this.#news.wake();
    await this.#reassess(kept.entityRef);
    return this.#withStatus(kept);
  }

  async find(id: string): Promise<ServiceWaiver | undefined> {
    const waiver = await this.#store.get(id);
    return waiver && this.#withStatus(waiver);
  }

  /**
   * Approves or denies a waiver.
   *
   * @throws FieldError when it is denied without a reason
   * @throws NotAllowedError when the same person asked for it
   * @throws ConflictError when it is no longer pending
   */
  async decide(
    id: string,
    decision: {
      readonly decision: 'approved' | 'denied';
      readonly note?: string;
      readonly by: string;
    },
  ): Promise<ServiceWaiver> {
    const waiver = await this.#get(id);
    if (waiver.requestedBy === decision.by) {
      throw new NotAllowedError(
        'A waiver is decided by somebody other than who asked for it',
      );
    }
    if (decision.decision === 'denied' && !decision.note?.trim()) {
      throw new FieldError('note', 'must say why the waiver is denied');
    }
    const isDecided =
      waiver.status === 'pending' &&
      (await this.#store.decide(
        id,
        { ...decision, at: this.#now() },
        await this.#news.waiverDecided(waiver, decision),
      ));
    if (!isDecided) {
      const { status } = await this.#get(id);
      throw new ConflictError(`The waiver is ${status} already`);
    }
    await this.#news.wake();
    return this.#changed(id);
  }

  /**
   * Takes back what somebody has decided a moment ago, so that it waits again.
   *
   * @throws ConflictError when it is not theirs, was longer ago, or something else has
   * been asked for since
   */
  async takeBack(id: string, by: string): Promise<ServiceWaiver> {
    const waiver = await this.#get(id);
    const since = new Date(+this.#now() - decisionStandsAfter);
    const isTakenBack = await this.#store.takeBack(
      id,
      { by, since },
      await this.#news.waiverReopened(waiver),
    );
    if (!isTakenBack) {
      throw new ConflictError(
        'Only who decided can take that back, within a minute, and as long as nothing else was asked for',
      );
    }
    await this.#news.wake();
    return this.#changed(id, { isUndoing: true });
  }

  /** @throws ConflictError when it is neither pending nor approved */
  async revoke(id: string, by: string): Promise<ServiceWaiver> {
    const { status } = await this.#get(id);
    const isRevoked =
      (status === 'pending' || status === 'approved') &&
      (await this.#store.revoke(id, by, this.#now()));
    if (!isRevoked) throw new ConflictError(`The waiver is ${status} already`);
    return this.#changed(id);
  }

  /** Waivers of some services, newest first; one query. */
  async listOf(entityRefs: readonly string[]): Promise<ServiceWaiver[]> {
    const waivers = await this.#store.list(entityRefs);
    return waivers.map(waiver => this.#withStatus(waiver));
  }

  /** Those that wait for a decision by anybody but one, the oldest first; one query. */
  async listPending(options: {
    readonly notBy: string;
    readonly limit: number;
  }): Promise<ServiceWaiver[]> {
    const now = this.#now();
    const waivers = await this.#store.listPending({ ...options, now });
    return waivers.map(waiver => this.#withStatus(waiver));
  }

  /**
   * Waivers of all services that a caller may see, newest first; two queries.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async listAcross(options: ListWaiversOptions): Promise<{
    items: ListedWaiver[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const { cursor, limit, visible, statuses } = options;
    const offset = readOffset('waivers', cursor);
    const { items, totalItems } = await this.#store.listAcross({
      visible,
      statuses,
      offset,
      limit,
      now: this.#now(),
    });
    const page = { offset, size: items.length, totalItems };
    return {
      items: items.map(({ title, ...waiver }) => ({
        ...this.#withStatus(waiver),
        title,
        criterion: this.#titleOf(waiver.criterionId),
      })),
      totalItems,
      pageInfo: { nextCursor: nextCursor('waivers', page) },
    };
  }

  #titleOf(criterionId: string): string {
    const criterion = this.#ladder.criteria.find(c => c.id === criterionId);
    return criterion?.title ?? criterionId;
  }

  async #changed(
    id: string,
    options?: Parameters<ReassessWaived>[1],
  ): Promise<ServiceWaiver> {
    const waiver = await this.#get(id);
    await this.#reassess(waiver.entityRef, options);
    return waiver;
  }

  async #get(id: string): Promise<ServiceWaiver> {
    const waiver = await this.find(id);
    if (!waiver) throw new NotFoundError(`No waiver found '${id}'`);
    return waiver;
  }

  #withStatus(waiver: StoredWaiver): ServiceWaiver {
    return {
      ...waiver,
      status: waiverStatus(waiver, this.#now()) ?? 'pending',
    };
  }
}

import { randomUUID } from 'crypto';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Ladder,
  ServiceWaiver,
} from '@platform-product/backstage-plugin-common';
import { waiverStatus } from '@platform-product/backstage-plugin-common/rules';
import { FieldError } from '../../operations/FieldError';
import { CriterionNews } from '../CriterionNews';
import { Reassess } from '../Levels';
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

/** The rules of waivers. What changes one assesses its service again. */
export class WaiverService {
  readonly #store: WaiverStore;
  readonly #ladder: Ladder;
  readonly #longest: number;
  readonly #news: Pick<CriterionNews, 'waiverAsked' | 'waiverDecided' | 'wake'>;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: WaiverStore;
    ladder: Ladder;
    /** The longest that a waiver may hold, in milliseconds. */
    longest: number;
    news: Pick<CriterionNews, 'waiverAsked' | 'waiverDecided' | 'wake'>;
    reassess: Reassess;
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

  /** @throws ConflictError when it is neither pending nor approved */
  async revoke(id: string, by: string): Promise<ServiceWaiver> {
    const { status } = await this.#get(id);
    const isRevoked =
      (status === 'pending' || status === 'approved') &&
      (await this.#store.revoke(id, by, this.#now()));
    if (!isRevoked) throw new ConflictError(`The waiver is ${status} already`);
    return this.#changed(id);
  }

  async list(entityRef: string): Promise<ServiceWaiver[]> {
    const waivers = await this.#store.list([entityRef]);
    return waivers.map(waiver => this.#withStatus(waiver));
  }

  async #changed(id: string): Promise<ServiceWaiver> {
    const waiver = await this.#get(id);
    await this.#reassess(waiver.entityRef);
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

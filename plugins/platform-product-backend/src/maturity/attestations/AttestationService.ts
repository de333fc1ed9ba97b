import { randomUUID } from 'crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Attestation, Ladder } from '@platform-product/backstage-plugin-common';
import { FieldError } from '../../operations/FieldError';
import { AttestationStore } from './AttestationStore';
import { CriterionNews } from '../CriterionNews';
import { Reassess } from '../Levels';
import { readExpiry } from '../readExpiry';

export interface AttestOptions {
  readonly entityRef: string;
  readonly criterionId: string;
  readonly statement: string;
  readonly link?: string;
  readonly expiresAt: string;
  readonly by: string;
  readonly idempotencyKey?: string;
}

/** The rules of attestations. What changes one assesses its service again. */
export class AttestationService {
  readonly #store: AttestationStore;
  readonly #ladder: Ladder;
  readonly #longest: number;
  readonly #news: Pick<CriterionNews, 'attested' | 'wake'>;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: AttestationStore;
    ladder: Ladder;
    /** The longest that an attestation may hold, in milliseconds. */
    longest: number;
    news: Pick<CriterionNews, 'attested' | 'wake'>;
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

  /** @throws FieldError when the criterion or the expiry does not allow it */
  async attest(options: AttestOptions): Promise<Attestation> {
    const { criterionId, idempotencyKey = randomUUID() } = options;
    const criterion = this.#ladder.criteria.find(c => c.id === criterionId);
    if (!criterion) {
      throw new FieldError(
        'criterionId',
        `there is no criterion '${criterionId}'`,
      );
    }
    if (!criterion.attestable) {
      throw new FieldError(
        'criterionId',
        `criterion '${criterionId}' can't be attested`,
      );
    }
    const now = this.#now();
    const given: Attestation = {
      id: randomUUID(),
      entityRef: options.entityRef,
      criterionId,
      statement: options.statement,
      link: options.link,
      createdBy: options.by,
      createdAt: now.toISOString(),
      expiresAt: readExpiry(options.expiresAt, now, this.#longest),
    };
    const attestation = await this.#store.add(
      given,
      idempotencyKey,
      await this.#news.attested(given),
    );
    await this.#news.wake();
    await this.#reassess(attestation.entityRef);
    return attestation;
  }

  async find(id: string): Promise<Attestation | undefined> {
    return this.#store.get(id);
  }

  /** @throws ConflictError when it was withdrawn before */
  async withdraw(id: string, by: string): Promise<Attestation> {
    if (!(await this.#store.withdraw(id, by, this.#now()))) {
      throw new ConflictError('The attestation was withdrawn before');
    }
    const attestation = await this.#store.get(id);
    if (!attestation) throw new NotFoundError(`No attestation found '${id}'`);
    await this.#reassess(attestation.entityRef);
    return attestation;
  }
}

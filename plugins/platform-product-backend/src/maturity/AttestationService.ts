import { randomUUID } from 'crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Attestation, Ladder } from '@platform-product/backstage-plugin-common';
import { AttestationStore } from './AttestationStore';
import { readExpiry } from './readExpiry';

export interface AttestOptions {
  readonly entityRef: string;
  readonly criterionId: string;
  readonly statement: string;
  readonly link?: string;
  readonly expiresAt: string;
  readonly by: string;
  readonly idempotencyKey?: string;
}

/** The rules of attestations. Reassessing is up to the caller. */
export class AttestationService {
  readonly #store: AttestationStore;
  readonly #ladder: Ladder;
  readonly #longest: number;
  readonly #now: () => Date;

  constructor(options: {
    store: AttestationStore;
    ladder: Ladder;
    /** The longest that an attestation may hold, in milliseconds. */
    longest: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#ladder = options.ladder;
    this.#longest = options.longest;
    this.#now = options.now;
  }

  /** @throws InputError when the criterion or the expiry does not allow it */
  async attest(options: AttestOptions): Promise<Attestation> {
    const { criterionId, idempotencyKey = randomUUID() } = options;
    const criterion = this.#ladder.criteria.find(c => c.id === criterionId);
    if (!criterion) {
      throw new InputError(
        `Invalid request: body.criterionId: there is no criterion '${criterionId}'`,
      );
    }
    if (!criterion.attestable) {
      throw new InputError(
        `Invalid request: body.criterionId: criterion '${criterionId}' can't be attested`,
      );
    }
    const now = this.#now();
    return this.#store.add(
      {
        id: randomUUID(),
        entityRef: options.entityRef,
        criterionId,
        statement: options.statement,
        link: options.link,
        createdBy: options.by,
        createdAt: now.toISOString(),
        expiresAt: readExpiry(options.expiresAt, now, this.#longest),
      },
      idempotencyKey,
    );
  }

  /** @throws NotFoundError when there is no such attestation */
  async get(id: string): Promise<Attestation> {
    const attestation = await this.#store.get(id);
    if (!attestation) throw new NotFoundError(`No attestation found '${id}'`);
    return attestation;
  }

  /** @throws ConflictError when it was withdrawn before */
  async withdraw(id: string, by: string): Promise<Attestation> {
    if (!(await this.#store.withdraw(id, by, this.#now()))) {
      throw new ConflictError('The attestation was withdrawn before');
    }
    return this.get(id);
  }
}

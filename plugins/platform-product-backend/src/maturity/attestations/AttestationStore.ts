import { Attestation } from '@platform-product/backstage-plugin-common';
import { Also } from '../../notifications/Notification';

/** Keeps attestations, the withdrawn ones too. */
export interface AttestationStore {
  /**
   * Adds an attestation, once per person and key, and answers with the one that
   * is kept.
   *
   * @throws ConflictError when the key was used for another attestation
   */
  add(
    attestation: Attestation,
    idempotencyKey: string,
    also?: Also,
  ): Promise<Attestation>;
  /** Adds one from older records, unless its key is there. */
  import(attestation: Attestation, key: string): Promise<void>;
  get(id: string): Promise<Attestation | undefined>;
  /** Withdraws an attestation; false if it was withdrawn before. */
  withdraw(id: string, by: string, at: Date): Promise<boolean>;
  /** All attestations of the given services; one query. */
  list(entityRefs: readonly string[]): Promise<Attestation[]>;
}

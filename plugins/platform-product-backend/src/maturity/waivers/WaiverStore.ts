import { Waiver } from '@platform-product/backstage-plugin-common';
import { Also } from '../../notifications/Notification';

export interface StoredWaiver extends Waiver {
  readonly entityRef: string;
}

/** Keeps waivers, whatever became of them. */
export interface WaiverStore {
  /**
   * Adds a waiver, once per person and key, and answers with the one that is
   * kept.
   *
   * @throws ConflictError when the key was used for another waiver, when another
   * one for the criterion is pending or approved, or when the same was denied
   */
  add(
    waiver: StoredWaiver,
    idempotencyKey: string,
    also?: Also,
  ): Promise<StoredWaiver>;
  /** Adds a waiver from older records, unless its key is there. */
  import(waiver: StoredWaiver, key: string): Promise<void>;
  get(id: string): Promise<StoredWaiver | undefined>;
  /** Decides a waiver; false if it was decided or revoked before. */
  decide(
    id: string,
    decision: {
      readonly decision: 'approved' | 'denied';
      readonly by: string;
      readonly note?: string;
      readonly at: Date;
    },
    also?: Also,
  ): Promise<boolean>;
  /** Revokes a waiver; false if it was denied or revoked before. */
  revoke(id: string, by: string, at: Date): Promise<boolean>;
  /** All waivers of the given services, newest first; one query. */
  list(entityRefs: readonly string[]): Promise<StoredWaiver[]>;
}

import {
  Waiver,
  WaiverStatus,
} from '@platform-product/backstage-plugin-common';
import { VisibleServices } from '../../catalog/ServiceCatalog';
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
  /**
   * Takes a decision back; false if it is not that of the given person since the
   * given moment, or another waiver has taken its place.
   */
  takeBack(
    id: string,
    decision: { readonly by: string; readonly since: Date },
    also?: Also,
  ): Promise<boolean>;
  /** Revokes a waiver; false if it was denied or revoked before. */
  revoke(id: string, by: string, at: Date): Promise<boolean>;
  /** All waivers of the given services, newest first; one query. */
  list(entityRefs: readonly string[]): Promise<StoredWaiver[]>;
  /** Pending waivers of services that are there, the oldest first; one query. */
  listPending(options: {
    readonly now: Date;
    /** Without those that a person has asked for. */
    readonly notBy: string;
    readonly limit: number;
  }): Promise<StoredWaiver[]>;
  /** Approved waivers that end by a moment, of which nobody was told; by id. */
  listEnding(options: {
    readonly now: Date;
    readonly before: Date;
    /** The id after which the page begins. */
    readonly after?: string;
    readonly limit: number;
  }): Promise<StoredWaiver[]>;
  /** Notes that the end of a waiver was told, once, with the telling itself. */
  noteEndTold(id: string, at: Date, also: Also): Promise<void>;
  /** Waivers of services that are there, newest first; two queries. */
  listAcross(options: {
    readonly visible: VisibleServices;
    readonly statuses?: readonly WaiverStatus[];
    readonly now: Date;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{
    readonly items: ReadonlyArray<StoredWaiver & { readonly title: string }>;
    readonly totalItems: number;
  }>;
}

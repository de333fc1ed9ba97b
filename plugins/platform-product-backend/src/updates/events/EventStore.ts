import {
  EventException,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { Within } from '../../services/DigestSource';
import { Also } from '../../notifications/Notification';

/**
 * What is different about an occurrence, and since when. One that takes place as it was
 * planned after all is kept, too: calendars have heard of something else.
 */
export interface StoredException extends EventException {
  readonly changedAt: string;
}

/** An event as it is kept. */
export interface StoredEvent extends Omit<ServiceEvent, 'exceptions'> {
  readonly exceptions: readonly StoredException[];
  /** When something of it changed last. */
  readonly changedAt: string;
}

/** Keeps events, with what is different about single occurrences. */
export interface EventStore {
  /**
   * Adds an event, once for a person and key, and answers with the one that is kept.
   *
   * @throws ConflictError when the key was used for another event
   */
  add(event: StoredEvent, idempotencyKey: string): Promise<StoredEvent>;
  /** Adds an event that was planned before, once ever. */
  addPast(event: StoredEvent): Promise<void>;
  /** How many events of a service, drafts too, are neither over nor cancelled. */
  countLive(entityRef: string, now: Date): Promise<number>;
  /** How many events came out after a moment and up to another, by service; one query. */
  countNews(
    within: Within,
  ): Promise<
    ReadonlyArray<{ readonly entityRef: string; readonly count: number }>
  >;
  get(id: string): Promise<StoredEvent | undefined>;
  /**
   * Puts another state of an event in the place of the given version; whether it still
   * had that version.
   */
  replace(event: StoredEvent, version: number, also?: Also): Promise<boolean>;
  /** Removes a draft for good; whether it was one. */
  removeDraft(id: string): Promise<boolean>;
  /** Drafts first, then the newest; three queries. */
  list(options: {
    readonly entityRef: string;
    readonly withDrafts: boolean;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{
    readonly items: readonly StoredEvent[];
    readonly totalItems: number;
  }>;
  /**
   * Published events of some services that take place within a span, those that begin
   * first first, and of more than so many none; two queries for four hundred services.
   */
  listPublished(
    entityRefs: readonly string[],
    window: {
      readonly from: Date;
      readonly until: Date;
      readonly limit?: number;
    },
  ): Promise<readonly StoredEvent[]>;
  /** Forgets events that were over, and drafts that were last changed, before a moment. */
  forget(before: Date): Promise<void>;
}

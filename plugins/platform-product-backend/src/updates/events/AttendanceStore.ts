import { EventAttendance } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { Also } from '../../notifications/Notification';

/** Names one occurrence of an event. */
export interface OccurrenceKey {
  readonly eventId: string;
  /** The local time at which it was to begin. */
  readonly originalStart: string;
}

/** When an occurrence takes place, as those who come have it. */
export interface AttendedTime extends OccurrenceKey {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** How many come to an occurrence, and whether somebody does. */
export interface AttendanceCount {
  readonly coming: number;
  readonly isComing: boolean;
}

/** Keeps who has said that they come. */
export interface AttendanceStore {
  /**
   * Adds somebody, unless the event has moved since a version: whoever moves it tells
   * those who come. A second time keeps the first. Answers whether it had not moved.
   */
  add(
    attendance: AttendedTime & {
      readonly version: number;
      readonly userRef: string;
      readonly at: Date;
      /** False where it is too late for that. */
      readonly remind: boolean;
    },
  ): Promise<boolean>;
  remove(
    attendance: OccurrenceKey & { readonly userRef: string },
  ): Promise<void>;
  has(
    attendance: OccurrenceKey & { readonly userRef: string },
  ): Promise<boolean>;
  /** To how many occurrences of an event that are not over by a moment somebody comes. */
  countOwn(options: {
    readonly eventId: string;
    readonly userRef: string;
    readonly after: Date;
  }): Promise<number>;
  /**
   * By event and original start, who comes, of occurrences of which somebody has said so;
   * two queries for four hundred events.
   */
  count(
    eventIds: readonly string[],
    userRef: string | undefined,
  ): Promise<(key: OccurrenceKey) => AttendanceCount>;
  /** In the order in which they said so; two queries. */
  list(
    options: OccurrenceKey & {
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{
    readonly items: readonly EventAttendance[];
    readonly totalItems: number;
  }>;
  /** Occurrences of an event that are not over, to which somebody comes. */
  listTimes(
    transaction: Knex.Transaction,
    eventId: string,
    now: Date,
  ): Promise<readonly AttendedTime[]>;
  /** Who comes to an occurrence. */
  listPeople(
    transaction: Knex.Transaction,
    key: OccurrenceKey,
  ): Promise<readonly string[]>;
  /**
   * Writes when an occurrence takes place from now on, and whether those who come are
   * still to be reminded.
   */
  setTime(
    transaction: Knex.Transaction,
    time: AttendedTime & { readonly remind: boolean; readonly now: Date },
  ): Promise<void>;
  /** Forgets who wanted to come to what there is no more. */
  removeAll(transaction: Knex.Transaction, key: OccurrenceKey): Promise<void>;
  /** Occurrences that begin within a span, with somebody who is to be reminded. */
  listToRemind(span: {
    readonly after: Date;
    readonly by: Date;
  }): Promise<readonly AttendedTime[]>;
  /** Notes that all who come are reminded, and tells who was not before. */
  noteReminded(
    key: OccurrenceKey & Pick<AttendedTime, 'startsAt'>,
    now: Date,
    also: Also<readonly string[]>,
  ): Promise<void>;
  /** Forgets who came to what was over before a moment. */
  forget(before: Date): Promise<void>;
}

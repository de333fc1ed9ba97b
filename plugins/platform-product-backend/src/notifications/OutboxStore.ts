import { Knex } from 'knex';
import { Notification } from './Notification';

/** What one person, or one group, is still to be told. */
export interface OutboxItem extends Omit<Notification, 'to'> {
  readonly id: string;
  readonly recipient: string;
  /** Grows where something else is written in its place. */
  readonly version: number;
  readonly tries: number;
}

/** Keeps what people are still to be told. */
export interface OutboxStore {
  /** What is there already for the same person and scope is replaced. */
  put(
    transaction: Knex.Transaction,
    notifications: readonly Notification[],
    at: Date,
  ): Promise<void>;

  /** What is due by a moment, the oldest first. */
  listDue(by: Date, limit: number): Promise<OutboxItem[]>;

  /** Removes what was told, unless something else has taken its place. */
  remove(items: readonly OutboxItem[]): Promise<void>;

  postpone(item: OutboxItem, until: Date): Promise<void>;

  erase(transaction: Knex.Transaction, userRef: string): Promise<void>;
}

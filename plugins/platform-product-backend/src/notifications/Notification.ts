import { Knex } from 'knex';

/** Something that people are told. */
export interface Notification {
  /** Refs of users, or of groups whose members are all told. */
  readonly to: readonly string[];
  /** By which people choose what reaches them. */
  readonly topic: string;
  readonly title: string;
  readonly description?: string;
  /** Path within the app. */
  readonly link: string;
  /** The same scope replaces what the same person was told before. */
  readonly scope: string;
}

/** Writes something else in the transaction of an act that has had its effect. */
export type Also<TOutcome = void> = (
  transaction: Knex.Transaction,
  outcome: TOutcome,
) => Promise<void>;

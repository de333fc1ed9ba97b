import { ContactOutcome } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** Keeps who was asked for a rating on which day, and never whether they gave one. */
export interface ContactStore {
  /**
   * Notes who is asked now, and answers with those: nobody who was asked for this
   * service since a moment. Of several who ask at once, one gets each person.
   */
  claim(options: {
    readonly entityRef: string;
    readonly roundId: string;
    readonly userRefs: readonly string[];
    readonly at: Date;
    readonly notForService: Date;
  }): Promise<string[]>;
  /** Notes that somebody has seen that a rating is wanted, or does not want to. */
  note(contact: {
    readonly entityRef: string;
    readonly roundId: string;
    readonly userRef: string;
    readonly outcome: ContactOutcome;
    readonly at: Date;
  }): Promise<void>;
  /** What has come of asking a person in a round, by service; one query. */
  listOf(person: {
    readonly userRef: string;
    readonly roundId: string;
  }): Promise<ReadonlyMap<string, ContactOutcome>>;
  /** Who was invited in a round and has not declined, by service; one query. */
  listStillInvited(
    roundId: string,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * The rounds in which a team has asked its users, by service, also where each of them
   * had been asked before; one query for four hundred.
   */
  listInvited(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Forgets contacts of days before that of a moment, but for those of one round. */
  forget(options: {
    readonly before: Date;
    readonly exceptRoundId?: string;
  }): Promise<void>;
  /** Forgets contacts of a person. */
  erase(transaction: Knex.Transaction, userRef: string): Promise<void>;
}

import { Knex } from 'knex';

/** A person who is to be forgotten, and what their records are kept under. */
export interface ErasedPerson {
  readonly userRef: string;
  /** A ref of nobody, another one for each person. */
  readonly replacement: string;
  readonly at: Date;
}

/** Forgets, in one room, what can be linked to a person. */
export type ErasePerson = (
  transaction: Knex.Transaction,
  person: ErasedPerson,
) => Promise<void>;

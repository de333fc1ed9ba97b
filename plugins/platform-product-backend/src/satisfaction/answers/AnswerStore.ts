import { Answer } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';

/** Whose answer, in which round, on which service. */
export interface AnswerKey {
  readonly roundId: string;
  readonly entityRef: string;
  readonly userRef: string;
}

/** Keeps the answers of people as long as a round is open. */
export interface AnswerStore {
  /** One person's own; two queries. */
  get(key: AnswerKey): Promise<Answer | undefined>;
  /** The services of some on which a person has answered; two queries for 200. */
  listAnswered(
    person: Omit<AnswerKey, 'entityRef'>,
    entityRefs: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** Those of some people who have answered on a service; two queries for 400. */
  listAnswering(
    service: Omit<AnswerKey, 'userRef'>,
    userRefs: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** Keeps an answer in place of an older one; whether the round is open. */
  save(key: AnswerKey, answer: Answer): Promise<boolean>;
  /**
   * Deletes an answer, but for what was published of it, which is kept until the
   * round is closed; whether the round is open.
   */
  withdraw(key: AnswerKey): Promise<boolean>;
  /**
   * Deletes all answers of a person that can still be linked to them, but for what
   * was published, which is kept until the round is closed.
   */
  erase(transaction: Knex.Transaction, userRef: string): Promise<void>;
}

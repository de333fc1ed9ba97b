import { ScoresReply } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** A reply with what it is about. */
export interface StoredReply extends ScoresReply {
  readonly entityRef: string;
}

/** Keeps what teams say to scores, one reply for each round. */
export interface ReplyStore {
  /** All replies on some services; one query. */
  list(entityRefs: readonly string[]): Promise<StoredReply[]>;
  save(reply: StoredReply): Promise<void>;
  /** Puts another ref in the place of a person's. */
  rename(
    transaction: Knex.Transaction,
    userRef: string,
    replacement: string,
  ): Promise<void>;
}

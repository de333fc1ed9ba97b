import { Research } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** Keeps research logs. */
export interface ResearchStore {
  /** Entries on some services, the newest first; one query. */
  list(entityRefs: readonly string[]): Promise<Research[]>;
  get(id: string): Promise<Research | undefined>;
  /** @throws ConflictError when the key was used for something else */
  add(entry: Research, idempotencyKey: string): Promise<Research>;
  remove(id: string): Promise<void>;
  /** Puts another ref in the place of a person's. */
  rename(
    transaction: Knex.Transaction,
    person: { readonly userRef: string; readonly replacement: string },
  ): Promise<void>;
}

import {
  Research,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** How many entries of a kind a service has. */
export interface KindCount {
  readonly entityRef: string;
  readonly kind: ResearchKind;
  readonly count: number;
}

/** Keeps research logs. */
export interface ResearchStore {
  /** Some entries on a service, the newest first; two queries. */
  list(page: {
    readonly entityRef: string;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly items: Research[]; readonly totalItems: number }>;
  /** How many of each kind services have had since a day; one query. */
  countKinds(
    entityRefs: readonly string[],
    since: string,
  ): Promise<readonly KindCount[]>;
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

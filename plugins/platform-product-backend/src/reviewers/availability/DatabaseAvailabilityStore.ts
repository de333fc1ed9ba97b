import { Availability } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { chunksOf } from '../../database/values';
import { AvailabilityStore } from './AvailabilityStore';

const table = 'reviewers_availability';
const mostRefs = 500;

/** Keeps in the plugin's database when people can review. */
export class DatabaseAvailabilityStore implements AvailabilityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, Availability>> {
    const known = new Map<string, Availability>();
    for (const some of chunksOf([...new Set(userRefs)], mostRefs)) {
      const rows: Array<{ user_ref: string; availability: string }> =
        await this.#knex(table).whereIn('user_ref', some);
      for (const row of rows) {
        known.set(row.user_ref, JSON.parse(row.availability));
      }
    }
    return known;
  }

  async save(
    userRef: string,
    availability: Availability,
    at: Date,
  ): Promise<void> {
    await this.#knex(table)
      .insert({
        user_ref: userRef,
        availability: JSON.stringify(availability),
        changed_at: at,
      })
      .onConflict('user_ref')
      .merge();
  }
}

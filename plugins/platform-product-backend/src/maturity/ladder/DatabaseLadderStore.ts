import { createHash } from 'crypto';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { optional } from '../../database/values';
import { LadderStore } from './LadderStore';

/** The same for equal ladders; a short name for one in rows and responses. */
export function ladderVersionOf(ladder: Ladder): string {
  return createHash('sha256').update(JSON.stringify(ladder)).digest('hex');
}

/** Keeps ladders in the plugin's database. */
export class DatabaseLadderStore implements LadderStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async activate(ladder: Ladder, now: Date): Promise<string> {
    const version = ladderVersionOf(ladder);
    await this.#knex('maturity_ladders')
      .insert({ version, ladder: JSON.stringify(ladder) })
      .onConflict('version')
      .ignore();
    const last = await this.#knex('maturity_ladder_activations')
      .orderBy('id', 'desc')
      .first('version');
    if (last?.version !== version) {
      await this.#knex('maturity_ladder_activations').insert({
        version,
        activated_at: now,
      });
    }
    return version;
  }

  async getLadderAt(at: Date): Promise<Ladder | undefined> {
    const activations = () =>
      this.#knex('maturity_ladder_activations').join(
        'maturity_ladders',
        'maturity_ladders.version',
        'maturity_ladder_activations.version',
      );
    const id = 'maturity_ladder_activations.id';
    const row: { ladder: string } | undefined =
      (await activations()
        .where('activated_at', '<=', at)
        .orderBy(id, 'desc')
        .first('ladder')) ?? (await activations().orderBy(id).first('ladder'));
    return optional(row, found => JSON.parse(found.ladder));
  }
}

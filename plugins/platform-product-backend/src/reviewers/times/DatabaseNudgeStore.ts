import { Knex } from 'knex';
import { lock } from '../../database/lock';
import { DatabaseTime, toDate } from '../../database/values';
import { NudgeStore } from './NudgeStore';

/** Keeps reminders in the plugin's database. */
export class DatabaseNudgeStore implements NudgeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(changeIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows: Array<{ change: number | string; nudged_at: DatabaseTime }> =
      await this.#knex('reviewers_nudges').whereIn('change', changeIds);
    return new Map(
      rows.map(row => [String(row.change), toDate(row.nudged_at)]),
    );
  }

  async add(nudge: Parameters<NudgeStore['add']>[0]): Promise<boolean> {
    const { changeId: change, by, at, unlessSince, also } = nudge;
    const values = { nudged_by: by, nudged_at: at };
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `nudge ${change}`);
      const table = () => transaction('reviewers_nudges');
      if (await table().where({ change }).first()) {
        const updated = await table()
          .where({ change })
          .where('nudged_at', '<', unlessSince)
          .update(values);
        if (!updated) return false;
      } else {
        await table().insert({ change, ...values });
      }
      await also?.(transaction);
      return true;
    });
  }
}

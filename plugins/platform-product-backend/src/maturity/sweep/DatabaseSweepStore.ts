import { Knex } from 'knex';
import { DatabaseTime, optional, toDate } from '../../database/values';
import { SweepProgress, SweepStore } from './SweepStore';

interface SweepRow {
  id: string;
  started_at: DatabaseTime;
  finished_at: DatabaseTime | null;
  cursor: string | null;
  pages: number;
}

const sweepId = 'sweep';

/** Keeps the progress of the sweep in the plugin's database. */
export class DatabaseSweepStore implements SweepStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getSweep(): Promise<SweepProgress | undefined> {
    const row: SweepRow | undefined = await this.#knex('maturity_sweeps')
      .where({ id: sweepId })
      .first();
    return optional(row, found => ({
      startedAt: toDate(found.started_at),
      finishedAt: optional(found.finished_at, toDate),
      cursor: found.cursor ?? undefined,
      pages: found.pages,
    }));
  }

  async saveSweep(progress: SweepProgress): Promise<void> {
    await this.#knex('maturity_sweeps')
      .insert({
        id: sweepId,
        started_at: progress.startedAt,
        finished_at: progress.finishedAt ?? null,
        cursor: progress.cursor ?? null,
        pages: progress.pages,
      })
      .onConflict('id')
      .merge();
  }
}

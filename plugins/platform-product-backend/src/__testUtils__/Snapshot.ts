import { Knex } from 'knex';

/** Names of the plugin's own tables, as the schema has them. */
export async function listTables(knex: Knex): Promise<string[]> {
  const tables: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .where({ schemaname: 'public' })
          .select({ name: 'tablename' })
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return tables
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

/** Keeps what forges say, which a mere question may read anew. */
const kept = 'repository_files';

/** All rows of all tables as text; equal texts are equal tables. */
export async function dump(knex: Knex): Promise<string> {
  const tables = (await listTables(knex)).filter(table => table !== kept);
  const rows = await Promise.all(
    tables.map(async table => [table, await knex(table).orderByRaw('1')]),
  );
  return JSON.stringify(rows);
}

/** What all tables of an SQLite database held at a moment, to go back to. */
export class Snapshot {
  readonly #knex: Knex;
  readonly #rows: ReadonlyMap<string, readonly object[]>;

  private constructor(knex: Knex, rows: ReadonlyMap<string, object[]>) {
    this.#knex = knex;
    this.#rows = rows;
  }

  static async take(knex: Knex): Promise<Snapshot> {
    const rows = new Map<string, object[]>();
    for (const table of await listTables(knex)) {
      rows.set(table, await knex(table));
    }
    return new Snapshot(knex, rows);
  }

  async restore(): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx.raw('pragma defer_foreign_keys = on');
      // All of them first: what is deleted takes with it what belongs to it.
      for (const table of this.#rows.keys()) await trx(table).delete();
      for (const [table, rows] of this.#rows) {
        await trx.batchInsert(table, [...rows] as never, 20);
      }
    });
  }
}

import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { migrationsDirectory } from './connectDatabase';

jest.setTimeout(60_000);

async function tablesOf(knex: Knex): Promise<string[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const rows: Array<{ name: string }> = isPostgres
    ? await knex('pg_tables')
        .where({ schemaname: 'public' })
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex|sqlite)_/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('run forwards, back and forwards again', async () => {
    const knex = await databases.init(id);
    const migrate = { directory: migrationsDirectory };
    await knex.migrate.latest(migrate);
    const tables = await tablesOf(knex);
    expect(tables.length).toBeGreaterThan(0);
    await knex.migrate.rollback(migrate, true);
    expect(await tablesOf(knex)).toEqual([]);
    await knex.migrate.latest(migrate);
    expect(await tablesOf(knex)).toEqual(tables);
  });
});

import { Knex } from 'knex';

/**
 * Works while no other backend works under the same name, and answers whether it
 * did. The lock goes with the connection, so that who dies holds nobody up. A
 * SQLite database has one backend.
 */
export async function runAlone(
  knex: Knex,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (knex.client.config.client !== 'pg') {
    await work();
    return true;
  }
  return knex.transaction(async transaction => {
    const { rows } = await transaction.raw(
      'select pg_try_advisory_xact_lock(hashtext(?)) as is_alone',
      [name],
    );
    if (rows[0].is_alone) await work();
    return rows[0].is_alone;
  });
}

import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Works while no other backend works under the same name, and answers whether it
 * did. The lock goes with the connection, so that who dies holds nobody up. A
 * SQLite database has one backend. Before what must not be done twice, `work` asks
 * whether the lock is still there: that throws once the connection is gone.
 */
export async function runAlone(
  knex: Knex,
  name: string,
  work: (checkAlone: () => Promise<void>) => Promise<void>,
): Promise<boolean> {
  if (!isPostgres(knex)) {
    await work(async () => {});
    return true;
  }
  return knex.transaction(async transaction => {
    const { rows } = await transaction.raw(
      'select pg_try_advisory_xact_lock(hashtext(?)) as is_alone',
      [name],
    );
    if (rows[0].is_alone) {
      await work(async () => {
        await transaction.raw('select 1');
      });
    }
    return rows[0].is_alone;
  });
}

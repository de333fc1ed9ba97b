import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Lets only one transaction at a time go on with a name, until it ends. SQLite
 * runs one transaction at a time anyway.
 */
export async function lock(
  transaction: Knex.Transaction,
  name: string,
): Promise<void> {
  if (isPostgres(transaction)) {
    await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [name]);
  }
}

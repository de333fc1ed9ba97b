import { Knex } from 'knex';

/** Whether a database, or what is asked of one, is PostgreSQL's and not SQLite's. */
export function isPostgres(of: Knex | Knex.QueryBuilder): boolean {
  return of.client.config.client === 'pg';
}

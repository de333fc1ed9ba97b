import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

const longestWait = '5s';

/** How many rows of each table this connection has changed or deleted, lately. */
async function countChanges(
  transaction: Knex.Transaction,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await transaction.raw<{
    rows: Array<{ relname: string; changes: string }>;
  }>(
    `select relname, n_tup_upd + n_tup_del as changes
     from pg_stat_xact_user_tables where schemaname = current_schema()`,
  );
  return new Map(rows.map(row => [row.relname, Number(row.changes)]));
}

/**
 * Notes, in the transaction that destroys something, that tables have to be
 * rewritten. SQLite overwrites by itself what is deleted.
 */
export async function noteRewrites(
  transaction: Knex.Transaction,
  tables: readonly string[],
): Promise<void> {
  if (!isPostgres(transaction) || !tables.length) return;
  await transaction('rewrites_due')
    .insert([...tables].sort().map(name => ({ table_name: name, times: 1 })))
    .onConflict('table_name')
    .merge({ times: transaction.raw('rewrites_due.times + 1') });
}

/** Does some work, and notes the tables of which it changes or deletes rows. */
export async function destroyIn(
  transaction: Knex.Transaction,
  work: () => Promise<void>,
): Promise<void> {
  if (!isPostgres(transaction)) return work();
  const before = await countChanges(transaction);
  await work();
  const after = await countChanges(transaction);
  const tables = [...after.keys()].filter(
    name => after.get(name) !== (before.get(name) ?? 0),
  );
  return noteRewrites(transaction, tables);
}

/**
 * How many old rows a table has kept, since a transaction still sees them: "11 dead
 * row versions cannot be removed yet", and then what that took, in whatever language.
 */
function countKept(detail = ''): number {
  const [sentence] = detail.split('\n');
  return Number(/\d+/.exec(sentence)?.[0] ?? 0);
}

/**
 * Rewrites tables of PostgreSQL out of which something was destroyed. Until then,
 * the server keeps deleted rows in their files, and old versions of changed ones.
 */
export class TableRewriter {
  readonly #knex: Knex;
  readonly #logger: LoggerService;

  constructor(options: { knex: Knex; logger: LoggerService }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
  }

  /**
   * Rewrites the tables that are due. What can't be, such as a table in use or one of
   * which a transaction still sees old rows, is left for the next time. Safe to run in
   * several places at once.
   */
  async run(): Promise<void> {
    if (!isPostgres(this.#knex)) return;
    for (const { table_name: table, times } of await this.#listDue()) {
      try {
        await this.#rewrite(table);
        // More may have been destroyed meanwhile.
        await this.#knex('rewrites_due')
          .where({ table_name: table, times })
          .delete();
      } catch (error) {
        this.#logger.warn('A table is left to be rewritten later', {
          table,
          error: stringifyError(error),
        });
      }
    }
  }

  async #listDue(): Promise<Array<{ table_name: string; times: number }>> {
    try {
      return await this.#knex('rewrites_due').orderBy('table_name');
    } catch (error) {
      this.#logger.warn('Tables are left to be rewritten later', {
        error: stringifyError(error),
      });
      return [];
    }
  }

  /** Who waits for a table keeps all others from it, so it waits for seconds only. */
  async #rewrite(table: string): Promise<void> {
    const { client } = this.#knex;
    const name = client.wrapIdentifier(table);
    const connection = await client.acquireConnection();
    let kept = 0;
    const listen = (notice: { readonly detail?: string }) => {
      kept += countKept(notice.detail);
    };
    connection.on('notice', listen);
    try {
      await connection.query(`set lock_timeout = '${longestWait}'`);
      await connection.query(`vacuum (full, verbose) ${name}`);
      if (kept) throw new Error('old rows are still seen');
    } finally {
      connection.off('notice', listen);
      await connection.query('reset lock_timeout').catch(() => {});
      await client.releaseConnection(connection);
    }
  }
}

import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { DatabaseTime, toDate } from './values';

/**
 * Inserts a row that carries the idempotency key of its author, unless they
 * have used the key before; answers with the row that is there then.
 *
 * @throws ConflictError when the key was used for something else
 */
export async function insertOnce<
  TRow extends { idempotency_key: string },
>(options: {
  readonly knex: Knex;
  readonly table: string;
  readonly row: TRow;
  /** Column that names the author of the row. */
  readonly author: keyof TRow & string;
  /** Columns in which a repetition has to agree with the first time. */
  readonly identity: ReadonlyArray<keyof TRow & string>;
}): Promise<TRow> {
  const { knex, table, row, author, identity } = options;
  await knex(table)
    .insert(row)
    .onConflict([author, 'idempotency_key'])
    .ignore();
  const kept: TRow = await knex(table)
    .where({ [author]: row[author], idempotency_key: row.idempotency_key })
    .first();
  if (identity.some(column => !isSame(kept[column], row[column]))) {
    throw new ConflictError(
      'The idempotency key was used for another request before',
    );
  }
  return kept;
}

/** Whether a kept value is the given one; databases keep times in many ways. */
function isSame(kept: unknown, given: unknown): boolean {
  return given instanceof Date
    ? toDate(kept as DatabaseTime).getTime() === given.getTime()
    : kept === given;
}

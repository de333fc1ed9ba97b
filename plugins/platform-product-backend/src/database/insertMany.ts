import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Inserts any number of rows with one statement. They travel as one JSON value,
 * because a statement may have too many variables, and on SQLite too many rows.
 */
export async function insertMany(
  knex: Knex,
  table: string,
  rows: ReadonlyArray<Record<string, Date | boolean | number | string | null>>,
  options: {
    /** What follows the rows, such as `on conflict (id) do nothing`. */
    readonly onConflict?: string;
  } = {},
): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]);
  const { onConflict = '' } = options;
  const into = `insert into ?? (${columns.map(() => '??').join(', ')})`;
  if (isPostgres(knex)) {
    await knex.raw(
      `${into} select ${columns.map(() => '??').join(', ')}
       from json_populate_recordset(null::??, ?) ${onConflict}`,
      [table, ...columns, ...columns, table, JSON.stringify(rows)],
    );
    return;
  }
  // Knex keeps times on SQLite as milliseconds since the epoch.
  const plain = rows.map(row =>
    columns.map(column => {
      const value = row[column];
      return value instanceof Date ? value.getTime() : value;
    }),
  );
  await knex.raw(
    `${into} select ${columns
      .map((_, index) => `json_extract(value, '$[${index}]')`)
      .join(', ')} from json_each(?) where true ${onConflict}`,
    [table, ...columns, JSON.stringify(plain)],
  );
}

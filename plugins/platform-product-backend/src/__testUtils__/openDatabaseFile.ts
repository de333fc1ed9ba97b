import createKnex, { Knex } from 'knex';

/** Opens an SQLite database in a file, as Backstage has it outside tests. */
export function openDatabaseFile(filename: string): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      afterCreate(
        connection: { pragma(text: string): void },
        done: () => void,
      ) {
        // A test need not outlive the machine.
        connection.pragma('synchronous = off');
        done();
      },
    },
  });
}

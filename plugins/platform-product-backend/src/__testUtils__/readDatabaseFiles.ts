import { existsSync, readFileSync } from 'fs';
import { Knex } from 'knex';

/**
 * All that the files of a database hold of its tables and indexes, and what
 * PostgreSQL has gathered of their columns; not its log.
 *
 * @throws if it may not read them: PostgreSQL asks for a superuser
 */
export async function readDatabaseFiles(knex: Knex): Promise<string> {
  if (knex.client.config.client !== 'pg') {
    const { filename } = knex.client.config.connection;
    return ['', '-journal', '-wal']
      .map(suffix => `${filename}${suffix}`)
      .filter(path => existsSync(path))
      .map(path => readFileSync(path, 'latin1'))
      .join('\n');
  }
  await knex.raw('checkpoint');
  const { rows } = await knex.raw<{ rows: Array<{ content: Buffer }> }>(`
    with own as (
      select oid, reltoastrelid from pg_class
      where relnamespace = current_schema()::regnamespace
         or oid in ('pg_statistic'::regclass)
    )
    select pg_read_binary_file(pg_relation_filepath(relation.oid)) as content
    from pg_class relation
    where relation.relkind in ('r', 'i', 't')
      and relation.relfilenode is not null
      and pg_relation_filepath(relation.oid) is not null
      and (relation.oid in (select oid from own)
        or relation.oid in (select reltoastrelid from own)
        or relation.oid in (
          select indexrelid from pg_index
          where indrelid in (select oid from own)
             or indrelid in (select reltoastrelid from own)))`);
  return rows.map(({ content }) => content.toString('latin1')).join('\n');
}

import { Knex } from 'knex';
import { listTables } from './Snapshot';

/** The tables of a database with all that they hold their rows to, in words. */
export type Schema = Readonly<Record<string, readonly string[]>>;

/** The same words for what both databases know under other names. */
const typeNames: Readonly<Record<string, string>> = {
  'character varying': 'string',
  varchar: 'string',
  'double precision': 'double',
  float: 'double',
  'timestamp with time zone': 'time',
  datetime: 'time',
  'char(36)': 'uuid',
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly length?: number | null;
  readonly isNullable: boolean;
  readonly standard: string | null;
}

function describeColumn(column: Column): string {
  const { name, type, length, isNullable, standard } = column;
  const given = standard?.replace(/^'(.*)'(::\w+)?$/, '$1');
  return [
    name,
    `${typeNames[type] ?? type}${length ? `(${length})` : ''}`,
    ...(isNullable ? ['or nothing'] : []),
    ...(given ? [`= ${{ false: '0', true: '1' }[given] ?? given}`] : []),
  ].join(' ');
}

interface Index {
  readonly isKey: boolean;
  readonly isUnique: boolean;
  readonly columns: readonly string[];
  readonly where?: string | null;
}

function describeIndex({ isKey, isUnique, columns, where }: Index): string {
  const sort = isUnique ? 'unique' : 'index';
  const condition = where
    ? ` where ${where.replace(/^\((.*)\)$/, '$1').toLowerCase()}`
    : '';
  return `${isKey ? 'key' : sort} ${columns.join(', ')}${condition}`;
}

interface Reference {
  readonly from: string;
  readonly table: string;
  readonly to: string;
  readonly onDelete: string;
}

const describeReference = ({ from, table, to, onDelete }: Reference) =>
  `${from} is of ${table} ${to}${
    onDelete === 'CASCADE' ? ', and goes with it' : ''
  }`;

async function describeSqlite(knex: Knex, table: string): Promise<string[]> {
  const columns: Array<{
    name: string;
    type: string;
    notnull: number;
    dflt_value: string | null;
    pk: number;
  }> = await knex.raw(`pragma table_info(${table})`);
  const keys = columns.filter(({ pk }) => pk).sort((a, b) => a.pk - b.pk);
  const isCounted =
    keys.length === 1 && keys[0].type.toLowerCase() === 'integer';
  const indexes: Array<{
    name: string;
    unique: number;
    origin: string;
    partial: number;
  }> = await knex.raw(`pragma index_list(${table})`);
  const references: Array<{
    table: string;
    from: string;
    to: string;
    on_delete: string;
  }> = await knex.raw(`pragma foreign_key_list(${table})`);
  const described = await Promise.all(
    indexes
      .filter(({ origin }) => origin !== 'pk')
      .map(async ({ name, unique, partial }) => {
        const parts: Array<{ name: string }> = await knex.raw(
          `pragma index_info(${name})`,
        );
        const { sql } = partial
          ? await knex('sqlite_master').where({ name }).first('sql')
          : { sql: '' };
        return describeIndex({
          isKey: false,
          isUnique: Boolean(unique),
          columns: parts.map(part => part.name),
          where: sql.split(/\swhere\s+/)[1],
        });
      }),
  );
  return [
    ...columns.map(({ name, type, notnull, dflt_value: standard, pk }) => {
      const [, word, length] = /^(varchar)\((\d+)\)$/.exec(type) ?? [];
      return describeColumn({
        name,
        type: isCounted && pk ? 'counted' : word ?? type.toLowerCase(),
        length: Number(length),
        isNullable: !notnull && !pk,
        standard,
      });
    }),
    describeIndex({
      isKey: true,
      isUnique: true,
      columns: keys.map(({ name }) => name),
    }),
    ...described.sort(),
    ...references
      .map(reference =>
        describeReference({ ...reference, onDelete: reference.on_delete }),
      )
      .sort(),
  ];
}

async function describePostgres(knex: Knex, table: string): Promise<string[]> {
  const columns: Array<{
    name: string;
    type: string;
    length: number | null;
    nullable: string;
    standard: string | null;
  }> = await knex('information_schema.columns')
    .where({ table_schema: 'public', table_name: table })
    .orderBy('ordinal_position')
    .select({
      name: 'column_name',
      type: 'data_type',
      length: 'character_maximum_length',
      nullable: 'is_nullable',
      standard: 'column_default',
    });
  const { rows: indexes }: { rows: Index[] } = await knex.raw(
    `select indisprimary as "isKey", indisunique as "isUnique",
       array(
         select pg_get_indexdef(indexrelid, n, true)
         from generate_series(1, indnkeyatts) n order by n
       ) as columns,
       pg_get_expr(indpred, indrelid) as where
     from pg_index where indrelid = ?::regclass`,
    [table],
  );
  const { rows: references }: { rows: Reference[] } = await knex.raw(
    `select own.attname as "from", confrelid::regclass::text as table,
       other.attname as "to",
       case confdeltype when 'c' then 'CASCADE' else 'NO ACTION' end as "onDelete"
     from pg_constraint
     join pg_attribute own on own.attrelid = conrelid and own.attnum = conkey[1]
     join pg_attribute other
       on other.attrelid = confrelid and other.attnum = confkey[1]
     where contype = 'f' and conrelid = ?::regclass`,
    [table],
  );
  const key = indexes.find(({ isKey }) => isKey)!;
  return [
    ...columns.map(({ standard, ...column }) => {
      const isCounted = Boolean(standard?.startsWith('nextval('));
      return describeColumn({
        ...column,
        type: isCounted ? 'counted' : column.type,
        isNullable: column.nullable === 'YES',
        standard: isCounted ? null : standard,
      });
    }),
    describeIndex(key),
    ...indexes
      .filter(({ isKey }) => !isKey)
      .map(describeIndex)
      .sort(),
    ...references.map(describeReference).sort(),
  ];
}

/** Describes all tables but those of the migrations themselves. */
export async function describeSchema(knex: Knex): Promise<Schema> {
  const isPostgres = knex.client.config.client === 'pg';
  const describe = isPostgres ? describePostgres : describeSqlite;
  const names = await listTables(knex);
  return Object.fromEntries(
    await Promise.all(
      names.map(async name => [name, await describe(knex, name)] as const),
    ),
  );
}

/** The same as text, to be compared and read. */
export const schemaAsText = (schema: Schema): string =>
  Object.entries(schema)
    .map(([table, lines]) => [table, ...lines].join('\n  '))
    .join('\n\n');

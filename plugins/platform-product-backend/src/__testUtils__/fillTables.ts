import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { describeSchema } from './describeSchema';

/** Columns of this width hold refs of entities, and no others do. */
const refWidth = 767;
/** Copies of what the catalog says, which is for it to forget. */
const ofCatalog = ['owner', 'product_manager', 'system'];

export interface TableColumn {
  readonly name: string;
  readonly isRef: boolean;
  readonly type: string;
  readonly width?: number;
  /** The table and the column that it refers to. */
  readonly of?: { readonly table: string; readonly column: string };
}

/** All tables and their columns, as the schema has them. */
export async function readTables(
  knex: Knex,
): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const tables = new Map<string, readonly TableColumn[]>();
  for (const [table, lines] of Object.entries(await describeSchema(knex))) {
    const references = new Map(
      lines.flatMap(line => {
        const found = /^(\w+) is of (\w+) (\w+)/.exec(line);
        if (!found) return [];
        const [, name, other, column] = found;
        return [[name, { table: other, column }] as const];
      }),
    );
    const columns = Object.entries(await knex(table).columnInfo());
    tables.set(
      table,
      columns.map(([name, { type, maxLength }]) => ({
        name,
        type,
        isRef: Number(maxLength) === refWidth,
        width: Number(maxLength) || undefined,
        of: references.get(name),
      })),
    );
  }
  return tables;
}

type Row = Record<string, unknown>;

/**
 * Puts a row into every table, in all columns of which something is: the service in
 * those that name one, and the person in all others that hold a ref.
 */
export async function fillTables(
  knex: Knex,
  { service, person }: { readonly service: string; readonly person: string },
): Promise<void> {
  const tables = await readTables(knex);
  const rows = new Map<string, Row>();

  function valueOf({ name, type, isRef, width }: TableColumn): unknown {
    if (ofCatalog.includes(name)) return 'group:default/somebody';
    if (isRef) return name === 'entity_ref' ? service : person;
    if (/^(uuid|char)$/.test(type) && width !== undefined && width < 36) {
      return 'x';
    }
    if (type === 'uuid' || width === 36) return randomUUID();
    if (/char/.test(type)) return randomUUID().slice(0, width);
    if (type === 'text') return '{}';
    if (/time|date/.test(type)) return new Date('2020-01-01T00:00:00.000Z');
    return /bool/.test(type) ? true : 1;
  }

  async function fill(table: string): Promise<Row> {
    const known = rows.get(table);
    if (known) return known;
    const row: Row = {};
    for (const column of tables.get(table)!) {
      const { name, of, type } = column;
      const isCounted = name === 'id' && /int/.test(type);
      if (isCounted) continue;
      row[name] = of ? (await fill(of.table))[of.column] : valueOf(column);
    }
    const [written] = await knex(table).insert(row).returning('*');
    rows.set(table, written);
    return written;
  }

  for (const table of tables.keys()) await fill(table);
}

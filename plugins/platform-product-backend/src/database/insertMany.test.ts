import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { insertMany } from './insertMany';
import { DatabaseTime, optional, toTimestamp } from './values';

jest.setTimeout(60_000);

const at = new Date('2026-11-22T10:30:00.123Z');

describe.each(databases.eachSupportedId())('insertMany on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.integer('id').primary();
      table.string('select').comment('A word of SQL');
      table.double('size');
      table.boolean('is_new');
      table.timestamp('at', { useTz: true, precision: 3 });
      table.string('colour').defaultTo('red');
    });
  });
  beforeEach(() => knex('things').delete());

  const rows = async () =>
    (
      await knex('things')
        .orderBy('id')
        .select('id', 'select', 'size', 'is_new', 'at', 'colour')
    ).map(row => [
      row.id,
      row.select,
      row.size,
      optional(row.is_new, Boolean),
      optional(row.at as DatabaseTime | null, toTimestamp),
      row.colour,
    ]);

  it('keeps every kind of value as it is', async () => {
    await insertMany(knex, 'things', [
      { id: 1, select: 'a', size: 1.25, is_new: true, at },
      // Columns go by their names, not by their order.
      { at, is_new: false, size: -0.1, select: '', id: 2 },
      { id: 3, select: null, size: null, is_new: null, at: null },
      { id: 4, select: `'"\\ \n ? ?? $1 :x 🧨`, size: 1e300, is_new: true, at },
      { id: 5, select: '{"a":[1]}', size: 0, is_new: false, at: new Date(0) },
      { id: 6, select: 'null', size: 3, is_new: true, at: new Date(-1) },
    ]);
    const moment = at.toISOString();
    // What is not named gets what the table has for it.
    expect(await rows()).toEqual([
      [1, 'a', 1.25, true, moment, 'red'],
      [2, '', -0.1, false, moment, 'red'],
      [3, null, null, undefined, undefined, 'red'],
      [4, `'"\\ \n ? ?? $1 :x 🧨`, 1e300, true, moment, 'red'],
      [5, '{"a":[1]}', 0, false, '1970-01-01T00:00:00.000Z', 'red'],
      [6, 'null', 3, true, '1969-12-31T23:59:59.999Z', 'red'],
    ]);
  });

  it('does nothing of nothing', async () => {
    const onQuery = jest.fn();
    knex.on('query', onQuery);
    await insertMany(knex, 'things', []);
    knex.removeListener('query', onQuery);
    expect(onQuery).not.toHaveBeenCalled();
  });

  it('takes more rows than a statement has room for variables', async () => {
    const count = 35_000;
    const onQuery = jest.fn();
    knex.on('query', onQuery);
    await insertMany(
      knex,
      'things',
      Array.from({ length: count }, (_, n) => ({ id: n, select: `${n}` })),
    );
    knex.removeListener('query', onQuery);
    expect(onQuery).toHaveBeenCalledTimes(1);
    const [counted] = await knex('things')
      .count({ total: '*' })
      .max({ last: 'id' })
      .countDistinct({ texts: 'select' });
    expect(
      Object.fromEntries(
        Object.entries(counted).map(([name, value]) => [name, Number(value)]),
      ),
    ).toEqual({ total: count, last: count - 1, texts: count });
  });

  it('says what happens to rows that are there already', async () => {
    const insert = (select: string, onConflict?: string) =>
      insertMany(
        knex,
        'things',
        [1, 2].map(n => ({ id: n, select })),
        onConflict ? { onConflict } : {},
      );
    const texts = () => knex('things').orderBy('id').pluck('select');
    await insertMany(knex, 'things', [{ id: 1, select: 'first' }]);
    // All or nothing.
    await expect(insert('second')).rejects.toMatchObject({
      message: expect.stringMatching(/unique constraint/i),
    });
    expect(await texts()).toEqual(['first']);
    await insert('second', 'on conflict (id) do nothing');
    expect(await texts()).toEqual(['first', 'second']);
    await insert(
      'third',
      'on conflict (id) do update set "select" = excluded."select"',
    );
    expect(await texts()).toEqual(['third', 'third']);
  });

  it('is part of its transaction', async () => {
    const failing = knex.transaction(async transaction => {
      await insertMany(transaction, 'things', [{ id: 1 }]);
      throw new Error('Not to be');
    });
    await expect(failing).rejects.toThrow('Not to be');
    expect(await rows()).toEqual([]);
  });
});

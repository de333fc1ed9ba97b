import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { insertOnce } from './insertOnce';

jest.setTimeout(60_000);

const at = new Date('2026-11-22T10:30:00.123Z');

interface NoteRow {
  id: number;
  text: string;
  link: string | null;
  due_at: Date;
  noted_at: Date;
  noted_by: string;
  idempotency_key: string;
}

const first: NoteRow = {
  id: 1,
  text: 'Look at it',
  link: null,
  due_at: at,
  noted_at: at,
  noted_by: 'ada',
  idempotency_key: 'k',
};

describe.each(databases.eachSupportedId())('insertOnce on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('notes', table => {
      table.integer('id').primary();
      table.string('text').notNullable();
      table.string('link');
      table.timestamp('due_at', { useTz: true, precision: 3 });
      table.timestamp('noted_at', { useTz: true, precision: 3 });
      table.string('noted_by').notNullable();
      table.string('idempotency_key').notNullable();
      table.unique(['noted_by', 'idempotency_key']);
    });
  });
  const insert = (row: NoteRow) =>
    insertOnce({
      knex,
      table: 'notes',
      row,
      author: 'noted_by',
      identity: ['text', 'link', 'due_at'],
    });
  beforeEach(async () => {
    await knex('notes').delete();
    await insert(first);
  });

  const ids = () => knex('notes').orderBy('id').pluck('id');

  it('answers a repetition with what was kept the first time', async () => {
    const later = { ...first, id: 2, noted_at: new Date() };
    expect((await insert(later)).id).toBe(1);
    expect(await ids()).toEqual([1]);
  });

  it('takes the same key of somebody else, and another key of the same', async () => {
    await insert({ ...first, id: 2, noted_by: 'ben' });
    expect(
      await insert({ ...first, id: 3, idempotency_key: 'K' }),
    ).toMatchObject({ id: 3, idempotency_key: 'K' });
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it.each<[string, Partial<NoteRow>]>([
    ['text', { text: 'Look at it again' }],
    ['link', { link: 'https://example.com' }],
    ['time', { due_at: new Date(+at + 1) }],
  ])('refuses the key for another %s', async (_, other) => {
    await expect(insert({ ...first, id: 2, ...other })).rejects.toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: 'The idempotency key was used for another request before',
      }),
    );
    expect(await ids()).toEqual([1]);
  });

  it('keeps one of many that come at once', async () => {
    const row = { ...first, idempotency_key: 'at once' };
    const kept = await Promise.all(
      [2, 3, 4, 5, 6].map(n => insert({ ...row, id: n })),
    );
    const [winner] = kept;
    expect(kept.map(note => note.id)).toEqual(kept.map(() => winner.id));
    expect(await ids()).toEqual([1, winner.id]);
  });
});

import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { renamePerson } from './renamePerson';

jest.setTimeout(60_000);

const ada = 'user:default/ada';
const nobody = 'user:erased/1';

describe.each(databases.eachSupportedId())('renamePerson on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    for (const table of ['notes', 'votes']) {
      await knex.schema.createTable(table, columns => {
        columns.integer('id');
        columns.string('written_by');
        columns.string('read_by');
        columns.string('subject');
      });
      await knex(table).insert([
        { id: 1, written_by: ada, read_by: ada, subject: ada },
        { id: 2, written_by: `${ada}m`, read_by: ada.toUpperCase() },
        { id: 3, written_by: 'user:default/ben', read_by: ada },
        { id: 4, written_by: null, read_by: null, subject: `of ${ada}` },
      ]);
    }
  });

  it('puts another ref in the place of one person, in the columns that are named', async () => {
    await knex.transaction(transaction =>
      renamePerson(
        transaction,
        { notes: ['written_by', 'read_by'], votes: ['read_by'] },
        { userRef: ada, replacement: nobody },
      ),
    );
    const others = [
      [2, `${ada}m`, ada.toUpperCase(), null],
      [3, 'user:default/ben', nobody, null],
      [4, null, null, `of ${ada}`],
    ];
    const rows = async (table: string) =>
      (await knex(table).orderBy('id')).map(row => Object.values(row));
    expect(await rows('notes')).toEqual([[1, nobody, nobody, ada], ...others]);
    expect(await rows('votes')).toEqual([[1, ada, nobody, ada], ...others]);
  });

  it('keeps all as it was where the transaction ends badly', async () => {
    const before = await knex('votes').orderBy('id');
    const failing = knex.transaction(async transaction => {
      await renamePerson(
        transaction,
        { votes: ['written_by'] },
        { userRef: ada, replacement: nobody },
      );
      throw new Error('Not to be');
    });
    await expect(failing).rejects.toThrow('Not to be');
    expect(await knex('votes').orderBy('id')).toEqual(before);
  });
});

import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { listTables } from '../__testUtils__/Snapshot';
import { prepareDatabase } from './prepareDatabase';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('prepareDatabase on %s', id => {
  const connect = async (migrations?: { skip: boolean }) => {
    const knex = await databases.init(id);
    const connected: Knex = await prepareDatabase({
      getClient: async () => knex,
      migrations,
    });
    expect(connected).toBe(knex);
    return listTables(knex);
  };

  it.each([undefined, { skip: false }])(
    'brings the tables up to date where migrations are %j',
    async migrations => {
      expect(await connect(migrations)).toContain('maturity_services');
    },
  );

  it('leaves the tables to others where migrations are skipped', async () => {
    expect(await connect({ skip: true })).toEqual([]);
  });
});

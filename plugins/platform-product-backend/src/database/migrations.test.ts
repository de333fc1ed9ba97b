import { readFileSync } from 'fs';
import { resolve } from 'path';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  describeSchema,
  Schema,
  schemaAsText,
} from '../__testUtils__/describeSchema';
import { migrationsDirectory } from './prepareDatabase';

jest.setTimeout(60_000);

const migrate = { directory: migrationsDirectory };

/** The tables as they are meant to be, on either database. */
const schemaText = readFileSync(resolve(__dirname, 'schema.txt'), 'utf8');

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('make the tables that are written down, and leave nothing on their way back', async () => {
    const schemas: Schema[] = [await describeSchema(knex)];
    const [, pending] = await knex.migrate.list(migrate);
    for (const _ of pending) {
      await knex.migrate.up(migrate);
      schemas.push(await describeSchema(knex));
    }
    expect(schemas[0]).toEqual({});
    expect(schemaAsText(schemas.at(-1)!)).toBe(schemaText.trimEnd());
    for (const schema of schemas.slice(0, -1).reverse()) {
      await knex.migrate.down(migrate);
      expect(await describeSchema(knex)).toEqual(schema);
    }
    await knex.migrate.latest(migrate);
    expect(await describeSchema(knex)).toEqual(schemas.at(-1));
  });
});

describe('migrations on SQLITE_3 alone', () => {
  it('keep in the order of their keys what must not tell of time, or is read by the path', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest(migrate);
    const tables: Array<{ name: string; wr: number }> = await knex.raw(
      'pragma table_list',
    );
    expect(
      tables
        .filter(({ wr }) => wr)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['reviewers_expertise', 'satisfaction_answers']);
  });
});

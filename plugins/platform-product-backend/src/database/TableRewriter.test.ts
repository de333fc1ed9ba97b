import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { openDatabaseFile } from '../__testUtils__/openDatabaseFile';
import { readDatabaseFiles } from '../__testUtils__/readDatabaseFiles';
import { untilRewritten } from '../__testUtils__/untilRewritten';
import { prepareDatabase } from './prepareDatabase';
import { destroyIn, TableRewriter } from './TableRewriter';

jest.setTimeout(60_000);

const word = (number: number) => `secret-${number}-of-many`;

describe.each(databases.eachSupportedId())('what is deleted on %s', id => {
  let knex: Knex;
  let folder: string;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'platform-product-files-'));
    knex =
      id === 'SQLITE_3'
        ? openDatabaseFile(join(folder, 'data.sqlite'))
        : await databases.init(id);
    await prepareDatabase({ getClient: async () => knex });
    logger.warn.mockClear();
    await knex('repository_files').insert(
      Array.from({ length: 40 }, (_, number) => ({
        url: `https://example.com/${number}`,
        status: 'present',
        content: word(number),
        checked_at: new Date(0),
      })),
    );
  });

  afterEach(async () => {
    if (id === 'SQLITE_3') await knex.destroy();
    rmSync(folder, { recursive: true });
  });

  const rewriter = () => new TableRewriter({ knex, logger });
  const due = () => knex('rewrites_due').pluck('table_name');
  /** Deletes some files, and takes what is in others away. */
  const destroy = () =>
    knex.transaction(async transaction => {
      const files = () => transaction('repository_files');
      await destroyIn(transaction, async () => {
        await files().whereLike('url', '%/1%').delete();
        await files().whereLike('url', '%/2%').update({ content: null });
      });
    });
  const left = async () => {
    const content = await readDatabaseFiles(knex);
    return Array.from({ length: 40 }, (_, number) => number).filter(number =>
      content.includes(word(number)),
    );
  };
  const kept = [0, 3, 4, 5, 6, 7, 8, 9, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39];

  it('goes from the files, and what is kept stays', async () => {
    expect(await left()).toHaveLength(40);
    await destroy();
    await untilRewritten(knex, () => rewriter().run());
    expect(await left()).toEqual(kept);
    expect(await due()).toEqual([]);
    expect(await knex('repository_files')).toHaveLength(29);
    await rewriter().run();
    expect(await left()).toEqual(kept);
  });

  it('is due in the tables in which something was destroyed, and in no others', async () => {
    await knex('updates_follows').insert({
      entity_ref: 'component:default/logs',
      user_ref: 'user:default/ada',
      followed_at: new Date(0),
    });
    await knex('updates_follows').delete();
    await knex.transaction(async transaction => {
      await transaction('repository_files').update({ status: 'missing' });
      await destroyIn(transaction, async () => {
        await transaction('updates_follows').delete();
      });
    });
    expect(await due()).toEqual([]);
    await destroy();
    await destroy();
    expect(await due()).toEqual(id === 'SQLITE_3' ? [] : ['repository_files']);
  });

  // SQLite has neither tables that are in use nor old rows.
  if (id === 'SQLITE_3') return;

  it('is due for as long as its table is in use, and no other waits for that', async () => {
    await destroy();
    await knex.transaction(async transaction => {
      await transaction('repository_files').first();
      await rewriter().run();
    });
    expect(logger.warn).toHaveBeenCalledWith(
      'A table is left to be rewritten later',
      {
        table: 'repository_files',
        error: expect.stringContaining('lock timeout'),
      },
    );
    expect(await due()).toEqual(['repository_files']);
    await untilRewritten(knex, () => rewriter().run());
    expect(await left()).toEqual(kept);
  });

  it('is due for as long as a transaction still sees it', async () => {
    await knex.transaction(
      async reading => {
        // What this one sees from now on is fixed.
        await reading('rewrites_due').first();
        await destroy();
        await rewriter().run();
        expect(await left()).toHaveLength(40);
      },
      { isolationLevel: 'repeatable read' },
    );
    expect(logger.warn).toHaveBeenCalledWith(
      'A table is left to be rewritten later',
      { table: 'repository_files', error: 'Error: old rows are still seen' },
    );
    await untilRewritten(knex, () => rewriter().run());
    expect(await left()).toEqual(kept);
  });
});

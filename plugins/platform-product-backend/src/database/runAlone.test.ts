import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { runAlone } from './runAlone';

describe.each(databases.eachSupportedId())('runAlone on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
  });

  it('works, and says so', async () => {
    const work = jest.fn(async () => {});
    expect(await runAlone(knex, 'a', work)).toBe(true);
    expect(await runAlone(knex, 'a', work)).toBe(true);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('lets the error of the work through, and the next one work', async () => {
    await expect(
      runAlone(knex, 'a', async () => {
        throw new Error('It failed');
      }),
    ).rejects.toThrow('It failed');
    expect(await runAlone(knex, 'a', async () => {})).toBe(true);
  });

  // A SQLite database has one backend, and nobody to wait for.
  if (id !== 'SQLITE_3') {
    it('does not work while somebody else does', async () => {
      const inside: boolean[] = [];
      await runAlone(knex, 'a', async () => {
        inside.push(await runAlone(knex, 'a', async () => {}));
        inside.push(await runAlone(knex, 'b', async () => {}));
      });
      expect(inside).toEqual([false, true]);
    });

    it('says so once the lock is gone', async () => {
      let isCaught = false;
      await expect(
        runAlone(knex, 'a', async checkAlone => {
          await checkAlone();
          await knex.raw(
            `select pg_terminate_backend(pid) from pg_locks
              where locktype = 'advisory' and granted
                and database = (select oid from pg_database
                  where datname = current_database())`,
          );
          await checkAlone().catch(error => {
            isCaught = true;
            throw error;
          });
        }),
      ).rejects.toThrow();
      expect(isCaught).toBe(true);
      expect(await runAlone(knex, 'a', async () => {})).toBe(true);
    });
  }
});

import { performance } from 'perf_hooks';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { DatabaseClock } from './DatabaseClock';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('DatabaseClock on %s', id => {
  const isServer = id !== 'SQLITE_3';
  const logger = mockServices.logger.mock();
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => jest.restoreAllMocks());

  /** How many days a clock is off the machine's true time. */
  const offOf = (clock: DatabaseClock) => {
    const shown = +clock.now();
    jest.useRealTimers();
    return Math.round((shown - Date.now()) / day) + 0;
  };

  const setMachine = (days: number) =>
    jest.useFakeTimers({
      now: Date.now() + days * day,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'performance'],
    });

  /** A SQLite database has no time but that of the machine. */
  const timeOf = (days: number) => (isServer ? 0 : days);

  it.each([-2, 2])(
    'minds no machine whose clock is %d days off from the start',
    async days => {
      setMachine(days);
      const clock = await DatabaseClock.start({ knex, logger });
      expect(offOf(clock)).toBe(timeOf(days));
    },
  );

  it('minds no machine whose clock goes wrong later', async () => {
    const clock = await DatabaseClock.start({ knex, logger });
    setMachine(2);
    expect(offOf(clock)).toBe(timeOf(2));
  });

  if (isServer) {
    it('goes on while the database is away, and reads it again', async () => {
      let isAway = false;
      let reads = 0;
      const database = {
        client: knex.client,
        async raw(sql: string) {
          reads++;
          if (isAway) throw new Error('away');
          return knex.raw(sql);
        },
      };
      const clock = await DatabaseClock.start({
        knex: database as unknown as Knex,
        logger,
      });
      const real = performance.now.bind(performance);
      const passed = jest
        .spyOn(performance, 'now')
        .mockImplementation(() => real() + 2 * day);
      isAway = true;
      expect(offOf(clock)).toBe(2);
      await new Promise(setImmediate);
      expect(logger.warn).toHaveBeenCalledWith(
        'The time of the database could not be read',
        { error: 'Error: away' },
      );
      isAway = false;
      await clock.refresh();
      passed.mockRestore();
      expect(reads).toBe(3);
    });
  }
});

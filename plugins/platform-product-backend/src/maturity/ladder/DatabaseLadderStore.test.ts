import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { clearMaturity } from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { DatabaseLadderStore } from './DatabaseLadderStore';

jest.setTimeout(60_000);

const day = (date: number) => new Date(Date.UTC(2026, 5, date));
const shorter = { ...defaultLadder, gracePeriodDays: 7 };

describe.each(databases.eachSupportedId())('DatabaseLadderStore on %s', id => {
  let knex: Knex;
  let store: DatabaseLadderStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await clearMaturity(knex);
    store = new DatabaseLadderStore(knex);
  });

  const activations = async () =>
    (
      await knex('maturity_ladder_activations').orderBy('id').select('version')
    ).map(({ version }) => version);

  it('knows none before the first', async () => {
    expect(await store.getLadderAt(day(1))).toBeUndefined();
  });

  it('names equal ladders alike, and notes when another one begins', async () => {
    const first = await store.activate(defaultLadder, day(1));
    expect(first).toMatch(/^[\da-f]{64}$/);
    expect(await store.activate({ ...defaultLadder }, day(2))).toBe(first);
    const second = await store.activate(shorter, day(3));
    expect(second).not.toBe(first);
    expect(await store.activate(defaultLadder, day(4))).toBe(first);
    expect(await activations()).toEqual([first, second, first]);

    expect(await store.getLadderAt(new Date(0))).toEqual(defaultLadder);
    expect(await store.getLadderAt(new Date(+day(3) - 1))).toEqual(
      defaultLadder,
    );
    expect(await store.getLadderAt(day(3))).toEqual(shorter);
    expect(await store.getLadderAt(new Date(+day(4) - 1))).toEqual(shorter);
    expect(await store.getLadderAt(day(4))).toEqual(defaultLadder);
    expect(await store.getLadderAt(day(30))).toEqual(defaultLadder);
  });

  it('takes the later of two that began at the same moment', async () => {
    await store.activate(defaultLadder, day(1));
    await store.activate(shorter, day(1));
    expect(await store.getLadderAt(day(1))).toEqual(shorter);
  });
});

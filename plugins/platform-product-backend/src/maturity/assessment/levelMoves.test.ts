import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { writeAssessed } from '../../__testUtils__/assessedRows';
import { assessedService } from '../../__testUtils__/assessedService';
import { databases } from '../../__testUtils__/databases';
import { clearMaturity } from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { DatabaseServiceListStore } from '../../services/DatabaseServiceListStore';
import { DatabaseMaturityStore } from './DatabaseMaturityStore';
import { AssessedService } from './MaturityStore';

jest.setTimeout(60_000);

const day = (date: number) => new Date(Date.UTC(2026, 5, date));
const refOf = (name: string) => `component:default/${name}`;
const riskUntil = (until: Date): AssessedService['atRisk'] => ({
  until: until.toISOString(),
  fallsTo: 0,
  criteria: [],
});

describe.each(databases.eachSupportedId())('moves of levels, on %s', id => {
  let knex: Knex;
  let store: DatabaseMaturityStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    store = new DatabaseMaturityStore({
      knex,
      serviceList: new DatabaseServiceListStore(knex),
      ladder: defaultLadder,
    });
  });

  beforeEach(() => clearMaturity(knex));

  const add = (...services: AssessedService[]) => writeAssessed(knex, services);

  const came = (
    name: string,
    ...levels: ReadonlyArray<readonly [Date, number]>
  ) =>
    knex('maturity_history').insert(
      levels.map(([at, level]) => ({
        entity_ref: refOf(name),
        at,
        from_level: 0,
        to_level: level,
        level_without_waivers: level,
        measured_level: level,
        at_risk: null,
        reason: 'evidence',
        causes: '[]',
        ladder_version: 'x',
      })),
    );

  const listMoves = (visible: 'all' | string[] = 'all') =>
    store.listMoves({ visible, monthAgo: day(20), yearAgo: day(10) });

  it('say who went from where to where', async () => {
    await add(
      assessedService('a', { level: 3, atRisk: riskUntil(day(30)) }),
      assessedService('b', { level: 3 }),
      assessedService('c', { level: 1 }),
    );
    // Exactly then counts; a moment later does not.
    await came('a', [day(10), 1], [day(20), 2]);
    await came('b', [new Date(+day(10) + 1), 1], [day(15), 2]);
    await came('b', [new Date(+day(20) + 1), 3]);
    const moves = await listMoves();
    expect(moves).toHaveLength(3);
    expect(moves).toEqual(
      expect.arrayContaining([
        { level: 3, monthAgo: 2, yearAgo: 1, count: 1, atRisk: 1 },
        { level: 3, monthAgo: 2, yearAgo: undefined, count: 1, atRisk: 0 },
        {
          level: 1,
          monthAgo: undefined,
          yearAgo: undefined,
          count: 1,
          atRisk: 0,
        },
      ]),
    );
  });

  it('take the last of what happened at the same moment', async () => {
    await add(assessedService('a'), assessedService('b'));
    await came('a', [day(5), 2], [day(5), 3]);
    await came('b', [day(5), 3]);
    expect(await listMoves()).toEqual([
      { level: 1, monthAgo: 3, yearAgo: 3, count: 2, atRisk: 0 },
    ]);
  });

  it('leave out what is gone, and what a caller may not read', async () => {
    await add(assessedService('a'), assessedService('b'), assessedService('c'));
    await knex('services')
      .where({ entity_ref: refOf('b') })
      .update({ gone_at: day(9) });
    expect(await listMoves()).toMatchObject([{ count: 2 }]);
    expect(await listMoves([refOf('a'), refOf('b')])).toMatchObject([
      { count: 1 },
    ]);
    expect(await listMoves([])).toEqual([]);
  });
});

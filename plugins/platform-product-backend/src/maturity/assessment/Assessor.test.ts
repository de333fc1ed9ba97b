import { mockServices } from '@backstage/backend-test-utils';
import { Ladder } from '@platform-product/backstage-plugin-common';
import {
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity } from '../../__testUtils__/entities';
import { clearMaturity } from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { DatabaseServiceListStore } from '../../services/DatabaseServiceListStore';
import { Assessor } from './Assessor';
import { DatabaseMaturityStore } from './DatabaseMaturityStore';
import { DatabaseWaiverStore } from '../waivers/DatabaseWaiverStore';

jest.setTimeout(60_000);

const start = '2026-06-01T12:00:00.000Z';
const minutes = (count: number) =>
  new Date(+new Date(start) + count * 60_000).toISOString();

/** One level, of one criterion for each of these sources. */
const ladder: Ladder = {
  levels: [{ level: 1, name: 'Heard' }],
  gracePeriodDays: 14,
  criteria: ['rota', 'chat'].map((source, index) => ({
    id: source,
    label: `1.${index + 1}`,
    level: 1,
    title: source,
    freshForDays: 30,
    attestable: true,
    rule: { source },
  })),
};

const logs = 'component:default/logs';
const services = (...names: string[]) =>
  names.map(name => ({
    entityRef: `component:default/${name}`,
    entity: serviceEntity(name),
  }));

type Answer = (options: CollectOptions) => Promise<unknown> | unknown;

describe.each(databases.eachSupportedId())('Assessor on %s', id => {
  let knex: Knex;
  let now: string;
  let store: DatabaseMaturityStore;
  let serviceList: DatabaseServiceListStore;
  /** Called before a collector answers, by its source; may throw. */
  const answers = new Map<string, Answer>();
  const asked: string[] = [];

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await clearMaturity(knex);
    now = start;
    serviceList = new DatabaseServiceListStore(knex);
    store = new DatabaseMaturityStore({ knex, serviceList, ladder });
    answers.clear();
    asked.length = 0;
  });

  /** Finds that everything passes, or what is answered in its place. */
  const collectorOf = (source: string): EvidenceCollector => ({
    id: `of-${source}`,
    provides: [source],
    async collect(options) {
      asked.push(source);
      const summary = await answers.get(source)?.(options);
      return options.services.map(({ entityRef }) => ({
        entityRef,
        source,
        result: summary === 'fail' ? 'fail' : 'pass',
        ...(typeof summary === 'string' && { summary }),
      }));
    },
  });

  function createAssessor(sources = ['rota', 'chat']) {
    const logger = mockServices.logger.mock();
    const assessor = new Assessor({
      store,
      waivers: new DatabaseWaiverStore(knex),
      serviceList,
      collectors: sources.map(collectorOf),
      ladder,
      ladderVersion: 'v1',
      collectorTimeout: 30_000,
      logger,
      failures: { add: () => {} },
      news: { prepare: () => async () => {}, wake: async () => {} },
      now: () => new Date(now),
    });
    return { assessor, logger };
  }

  const evidenceOf = async (entityRef: string) =>
    (await store.listEvidence(entityRef))
      .map(({ source, result, summary }) => [source, result, summary])
      .sort();

  it('keeps what is found of each service, and answers with what changed', async () => {
    const { assessor } = createAssessor();
    const first = await assessor.assess(services('logs', 'metrics'));
    expect(first.map(({ entityRef, level }) => [entityRef, level])).toEqual([
      [logs, 1],
      ['component:default/metrics', 1],
    ]);
    now = minutes(30);
    expect(await assessor.assess(services('logs', 'metrics'))).toEqual([]);
    expect(await store.getService(logs)).toMatchObject({
      version: 1,
      level: 1,
      levelSince: new Date(start),
      asOf: new Date(minutes(30)),
    });
    expect(await store.listEvidence(logs)).toMatchObject(
      Array(2).fill({ firstSeenAt: start, lastSeenAt: minutes(30) }),
    );
    answers.set('chat', ({ services: [{ entityRef }] }) =>
      entityRef === logs ? 'fail' : undefined,
    );
    now = minutes(60);
    const changed = [
      ...(await assessor.assess(services('logs'))),
      ...(await assessor.assess(services('metrics'))),
    ];
    expect(changed).toMatchObject([{ entityRef: logs, version: 2, level: 0 }]);
    expect((await store.listHistory(logs, { limit: 9 })).items).toMatchObject([
      { at: minutes(60), fromLevel: 1, toLevel: 0 },
      { at: start, fromLevel: 0, toLevel: 1 },
    ]);
    expect(await assessor.assess([])).toEqual([]);
  });

  it('leaves what was found where a collector fails, and names it since when', async () => {
    const { assessor } = createAssessor();
    answers.set('rota', () => 'Two people');
    await assessor.assess(services('logs'));
    answers.set('rota', () => {
      throw new Error('The rota is down');
    });
    for (const [after, sweep] of [[30], [60], [90]].entries()) {
      now = minutes(sweep[0]);
      await assessor.assess(services('logs'));
      // Each time again, with the time of the first one.
      expect(await store.getService(logs)).toMatchObject({
        level: 1,
        version: 2,
        failedCollectors: [{ collector: 'of-rota', failedAt: minutes(30) }],
      });
      expect([after, await evidenceOf(logs)]).toEqual([
        after,
        [
          ['chat', 'pass', undefined],
          ['rota', 'pass', 'Two people'],
        ],
      ]);
    }
    const kept = await store.listEvidence(logs);
    expect(
      [...kept].sort((a, b) => (a.source < b.source ? 1 : -1)),
    ).toMatchObject([
      { source: 'rota', lastSeenAt: start },
      { source: 'chat', lastSeenAt: minutes(90) },
    ]);

    answers.delete('rota');
    answers.set('chat', () => {
      throw new Error('The chat is down');
    });
    now = minutes(120);
    await assessor.assess(services('logs'));
    expect((await store.getService(logs))?.failedCollectors).toEqual([
      { collector: 'of-chat', failedAt: minutes(120) },
    ]);
  });

  it('has one finding on record at the moment that it replaces another', async () => {
    const { assessor } = createAssessor(['rota']);
    await assessor.assess(services('logs'));
    now = minutes(30);
    answers.set('rota', () => 'fail');
    await assessor.assess(services('logs'));
    const resultsAt = async (at: string) =>
      (await store.listEvidence(logs, new Date(at))).map(item => item.result);
    expect(await resultsAt(new Date(+new Date(now) - 1).toISOString())).toEqual(
      ['pass'],
    );
    expect(await resultsAt(now)).toEqual(['fail']);
  });

  it('has not seen again what somebody else has replaced meanwhile', async () => {
    await createAssessor(['rota']).assessor.assess(services('logs'));
    const other = createAssessor(['rota']).assessor;
    let isFirst = true;
    answers.set('rota', async () => {
      if (!isFirst) return 'fail';
      isFirst = false;
      now = minutes(30);
      await other.assess(services('logs'));
      return undefined;
    });
    now = minutes(10);
    await createAssessor(['rota']).assessor.assess(services('logs'));
    const before = await store.listEvidence(logs, new Date(minutes(29)));
    expect(before).toMatchObject([{ result: 'pass', lastSeenAt: start }]);
  });

  it('forgets no failure of a collector that was not asked, only of one that is gone', async () => {
    const { assessor } = createAssessor();
    answers.set('rota', () => {
      throw new Error('The rota is down');
    });
    await assessor.assess(services('logs'));
    answers.clear();
    asked.length = 0;
    const named = async () => (await store.getService(logs))?.failedCollectors;
    const failure = { collector: 'of-rota', failedAt: start };
    now = minutes(30);
    await assessor.assess(services('logs'), { collectors: ['of-chat'] });
    expect(asked).toEqual(['chat']);
    expect(await named()).toEqual([failure]);
    await assessor.assess(services('logs'), { collectors: [] });
    expect(asked).toEqual(['chat']);
    expect(await named()).toEqual([failure]);

    await createAssessor(['chat']).assessor.assess(services('logs'));
    expect(await named()).toEqual([]);
  });

  it('loses nothing that somebody else writes meanwhile', async () => {
    const { assessor } = createAssessor();
    const other = createAssessor().assessor;
    await assessor.assess(services('logs', 'metrics'));
    answers.set('rota', () => {
      // Somebody else, who finds something else, comes in between.
      answers.set('rota', () => 'Two people');
      answers.set('chat', () => 'A channel');
      return other.assess(services('logs'), { collectors: ['of-chat'] });
    });
    now = minutes(30);
    asked.length = 0;
    const changed = await assessor.assess(services('logs', 'metrics'));
    expect(
      changed.map(({ entityRef, version }) => [entityRef, version]),
    ).toEqual([
      ['component:default/metrics', 2],
      [logs, 3],
    ]);
    expect(await evidenceOf(logs)).toEqual([
      ['chat', 'pass', 'A channel'],
      ['rota', 'pass', 'Two people'],
    ]);
    // The batch, the other one, and the one service that had lost.
    expect(asked).toEqual(['rota', 'chat', 'chat', 'rota', 'chat']);
  });

  it.each([
    [9, 0],
    [10, 1],
  ])(
    'tries again when it loses: %i times, then %i are left',
    async (times, left) => {
      const { assessor, logger } = createAssessor(['rota']);
      const other = createAssessor(['chat']).assessor;
      await other.assess(services('logs'));
      let lost = 0;
      answers.set('rota', async () => {
        if (lost === times) return;
        lost++;
        answers.set('chat', () => `Found ${lost} times`);
        await other.assess(services('logs'));
      });
      expect(await assessor.assess(services('logs'))).toHaveLength(1 - left);
      expect(asked.filter(source => source === 'rota')).toHaveLength(10);
      expect(logger.warn.mock.calls).toEqual(
        left
          ? [['Services were left for the next sweep', { count: left }]]
          : [],
      );
      expect(await evidenceOf(logs)).toEqual([
        ['chat', 'pass', `Found ${times} times`],
        ...(left ? [] : [['rota', 'pass', undefined]]),
      ]);
    },
  );

  it('is not stopped by a service that can’t be written, and names it', async () => {
    const { assessor, logger } = createAssessor();
    const batch = services('logs', 'spoilt', 'metrics');
    // No column holds that much, and SQLite takes no date that is none.
    jest
      .spyOn(store, 'saveAssessments')
      .mockImplementation(async (writes, at) => {
        if (writes.some(w => w.service.entityRef.endsWith('spoilt'))) {
          throw new Error('value too long');
        }
        return DatabaseMaturityStore.prototype.saveAssessments.call(
          store,
          writes,
          at,
        );
      });
    expect(
      (await assessor.assess(batch)).map(({ entityRef }) => entityRef),
    ).toEqual([logs, 'component:default/metrics']);
    expect(logger.error.mock.calls).toEqual([
      [
        'A service could not be assessed',
        {
          entityRef: 'component:default/spoilt',
          error: 'Error: value too long',
        },
      ],
    ]);
    await expect(assessor.assess(services('spoilt'))).rejects.toThrow(
      'value too long',
    );
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('gives up when no service of several can be assessed', async () => {
    const { assessor } = createAssessor();
    jest.spyOn(store, 'loadForAssessment').mockImplementation(async () => {
      throw new Error('The database is away');
    });
    await expect(assessor.assess(services('logs', 'metrics'))).rejects.toThrow(
      'The database is away',
    );
  });
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  maturityRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import {
  EvidenceCollector,
  platformProductEvidenceExtensionPoint,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  serviceEntity,
  smallLadder,
  userEntity,
} from '../../__testUtils__/entities';
import { nextMoment } from '../../__testUtils__/nextMoment';
import {
  startTestPlugin,
  TestPluginOptions,
} from '../../__testUtils__/startTestPlugin';
import { MaturitySweep } from './MaturitySweep';

jest.setTimeout(60_000);

const reader = 'user:default/reader';

function withCollector(collector: EvidenceCollector) {
  return createBackendModule({
    pluginId: 'platform-product',
    moduleId: 'test-collector',
    register(reg) {
      reg.registerInit({
        deps: { evidence: platformProductEvidenceExtensionPoint },
        async init({ evidence }) {
          evidence.addCollector(collector);
        },
      });
    },
  });
}

const onCallLadder = {
  criteria: {
    ...smallLadder.criteria,
    'on-call': {
      level: 1,
      title: 'Somebody is on call',
      evidence: { source: 'on-call' },
    },
  },
};

describe.each(databases.eachSupportedId())('the sweep on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>> | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => plugin?.stop());

  async function start(options: Partial<TestPluginOptions> = {}) {
    await plugin?.stop();
    plugin = await startTestPlugin({
      knex,
      entities: [serviceEntity('logs'), userEntity('maya')],
      ...options,
      config: { maturity: smallLadder, ...options.config },
    });
    return plugin;
  }

  const list = async () =>
    (await plugin!.call(reader, portfolioRoutes.listPortfolio, {})).body;
  const maturity = async (name: string) =>
    (
      await plugin!.call(reader, maturityRoutes.getMaturity, {
        params: { kind: 'component', namespace: 'default', name },
      })
    ).body;

  it('assesses every service and adds nothing when it runs again', async () => {
    const { sweep } = await start({
      config: { maturity: {} },
      entities: [
        ...Array.from({ length: 520 }, (_, n) => serviceEntity(`s${n}`)),
        userEntity('maya'),
      ],
    });
    await sweep();
    expect((await list()).totalItems).toBe(520);
    const count = async (table: string) =>
      Number((await knex(table).count({ n: '*' }))[0].n);
    const rows = [
      await count('maturity_evidence'),
      await count('maturity_history'),
    ];
    expect(rows[1]).toBe(520);
    await sweep();
    expect([
      await count('maturity_evidence'),
      await count('maturity_history'),
    ]).toEqual(rows);
  });

  it('takes as many queries for many services of a page as for few', async () => {
    async function queriesFor(services: number) {
      const { sweep } = await start({
        config: { maturity: {} },
        entities: [
          ...Array.from({ length: services }, (_, n) => serviceEntity(`s${n}`)),
          userEntity('maya'),
        ],
      });
      // What the start has left to tell is told meanwhile.
      await plugin!.deliverNotifications();
      let queries = 0;
      const onQuery = () => {
        queries++;
      };
      const counted: number[] = [];
      knex.on('query', onQuery);
      for (let run = 0; run < 2; run++) {
        queries = 0;
        plugin!.catalog.getEntitiesByRefs.mockClear();
        await sweep();
        counted.push(
          queries,
          plugin!.catalog.getEntitiesByRefs.mock.calls.length,
        );
      }
      knex.removeListener('query', onQuery);
      for (const table of [
        'maturity_evidence',
        'maturity_history',
        'maturity_services',
        'service_figures',
        'services',
      ]) {
        await knex(table).delete();
      }
      return counted;
    }
    const few = await queriesFor(2);
    const many = await queriesFor(200);
    expect(many).toEqual(few);
  });

  it('forgets services that are gone, and takes them back', async () => {
    const both = [serviceEntity('logs'), serviceEntity('metrics')];
    await start({ entities: both });
    await plugin!.sweep();
    expect((await list()).totalItems).toBe(2);

    await start({ entities: [both[0]] });
    await plugin!.sweep();
    expect((await list()).items.map(item => item.title)).toEqual(['logs']);

    await start({ entities: both });
    await plugin!.sweep();
    expect((await list()).totalItems).toBe(2);
    expect((await maturity('metrics')).level).toBe(0);
  });

  it('goes on from where it was broken off', async () => {
    const entities = Array.from({ length: 700 }, (_, n) =>
      serviceEntity(`s${n}`),
    );
    await start({ entities });
    const { queryEntities } = plugin!.catalog;
    const original = queryEntities.getMockImplementation()!;
    let pages = 0;
    queryEntities.mockImplementation(async (...parameters) => {
      if (++pages === 3) throw new Error('The power went off');
      return original(...parameters);
    });
    await plugin!.sweep().catch(() => undefined);
    expect((await list()).totalItems).toBe(500);

    await start({ entities });
    // The first page comes with a cursor: the sweep does not start over.
    await plugin!.sweep();
    const [[first]] = plugin!.catalog.queryEntities.mock.calls;
    expect(first).toHaveProperty('cursor');
    expect((await list()).totalItems).toBe(700);
  });

  it('starts over when the catalog refuses its place', async () => {
    await start();
    await knex('maturity_sweeps').insert({
      id: 'sweep',
      started_at: new Date(),
      cursor: 'from another catalog',
      pages: 3,
    });
    await plugin!.sweep().catch(() => undefined);
    await plugin!.sweep();
    expect((await list()).totalItems).toBe(1);
  });

  it('leaves old evidence where a collector throws, and says so', async () => {
    let answer: () => Promise<[]> | never = async () => [];
    const collector: EvidenceCollector = {
      id: 'on-call',
      provides: ['on-call'],
      async collect({ services }) {
        await answer();
        return services.map(({ entityRef }) => ({
          entityRef,
          source: 'on-call',
          result: 'pass',
          summary: 'Rota found',
        }));
      },
    };
    await start({
      config: { maturity: onCallLadder },
      features: [withCollector(collector)],
    });
    await plugin!.sweep();
    expect(await maturity('logs')).toMatchObject({
      level: 1,
      failedCollectors: [],
    });

    answer = () => {
      throw new Error('secret-token-42');
    };
    await plugin!.sweep();
    const failed = await maturity('logs');
    expect(failed).toMatchObject({
      level: 1,
      failedCollectors: [{ collector: 'on-call' }],
    });
    expect(JSON.stringify(failed)).not.toContain('secret-token-42');

    answer = async () => [];
    await plugin!.sweep();
    expect((await maturity('logs')).failedCollectors).toEqual([]);
  });

  it('gives up on a collector that takes too long', async () => {
    const collector: EvidenceCollector = {
      id: 'on-call',
      provides: ['on-call'],
      collect: () => new Promise(() => {}),
    };
    await start({
      config: {
        maturity: { ...onCallLadder, collectorTimeout: { milliseconds: 50 } },
      },
      features: [withCollector(collector)],
    });
    await plugin!.sweep();
    // On a busy machine, others may take as long.
    expect((await maturity('logs')).failedCollectors).toContainEqual(
      expect.objectContaining({ collector: 'on-call' }),
    );
  });

  it('takes an answer in a wrong form for a failure', async () => {
    const collector = {
      id: 'on-call',
      provides: ['on-call'],
      collect: async () => [{ entityRef: 1, result: 'maybe' }],
    } as unknown as EvidenceCollector;
    await start({
      config: { maturity: onCallLadder },
      features: [withCollector(collector)],
    });
    await plugin!.sweep();
    expect((await maturity('logs')).failedCollectors).toMatchObject([
      { collector: 'on-call' },
    ]);
  });

  it('is not stopped by a service that spoils its page', async () => {
    const spoiled = serviceEntity('spoiled', {
      owner: 'group:default/a\u0000b',
    });
    const others = Array.from({ length: 5 }, (_, n) => serviceEntity(`s${n}`));
    await start({ entities: [...others, spoiled, userEntity('maya')] });
    await plugin!.sweep();
    const names = (await list()).items.map(item => item.title);
    expect(names).toEqual(
      expect.arrayContaining(others.map(e => e.metadata.name)),
    );
  });

  it('refuses to start with a collector that nobody provides', async () => {
    await expect(start({ config: { maturity: onCallLadder } })).rejects.toThrow(
      "got source 'on-call'",
    );
    plugin = undefined;
  });

  it('keeps the old ladder for the past when the ladder changes', async () => {
    await start();
    await plugin!.sweep();
    const before = new Date().toISOString();
    await nextMoment();

    await start({
      config: {
        maturity: {
          criteria: {
            ...smallLadder.criteria,
            'vision-roadmap': { enabled: true, title: 'Where it is going' },
            asked: { enabled: true },
          },
        },
      },
    });
    await plugin!.sweep();
    expect(await maturity('logs')).toMatchObject({ level: 0 });
    const params = { kind: 'component', namespace: 'default', name: 'logs' };
    const past = await plugin!.call(reader, maturityRoutes.getMaturity, {
      params,
      query: { at: before },
    });
    expect(past.body.level).toBe(1);
    expect(past.body.levels[0].criteria).toHaveLength(2);
    const history = await plugin!.call(reader, maturityRoutes.getLevelHistory, {
      params,
    });
    expect(history.body.items[0]).toMatchObject({
      fromLevel: 1,
      toLevel: 0,
      reason: 'ladder',
    });
  });
});

describe('MaturitySweep', () => {
  const start = Date.parse('2026-06-01T12:00:00.000Z');

  /** Over pages by their cursors; each one takes 45 seconds. */
  function create(pages: Record<string, string[] | Error>, cursor?: string) {
    let now = start;
    const store = {
      getSweep: async () =>
        cursor ? { startedAt: new Date(start), pages: 1, cursor } : undefined,
      saveSweep: jest.fn(async () => {}),
    };
    const cursors = Object.keys(pages);
    const logger = mockServices.logger.mock();
    const duration = { record: jest.fn() };
    const sweep = new MaturitySweep({
      store,
      serviceList: { markGone: async () => 7 },
      catalog: {
        async getPage({ cursor: asked = 'first' }: { cursor?: string }) {
          now += 45_000;
          const page = pages[asked];
          if (page instanceof Error) throw page;
          return {
            services: page.map(entityRef => ({ entityRef })),
            nextCursor: cursors[cursors.indexOf(asked) + 1],
          };
        },
      } as never,
      assessor: { assess: async () => [] } as never,
      onChanges: async () => {},
      logger,
      duration,
      now: () => new Date(now),
    });
    return { sweep, store, logger, duration };
  }

  it('counts the services of all pages, and takes its time in seconds', async () => {
    const { sweep, logger, duration } = create({
      first: ['a', 'b'],
      next: ['c'],
    });
    await sweep.run();
    expect(duration.record.mock.calls).toEqual([[90]]);
    expect(logger.info.mock.calls).toEqual([
      ['Assessed all services', { services: 3, gone: 7, seconds: 90 }],
    ]);
  });

  const failure = (name: string, statusCode?: number) =>
    Object.assign(new Error('No'), { name, statusCode });

  it.each([failure('InputError'), failure('ResponseError', 400)])(
    'forgets its place where the catalog calls it malformed: %p',
    async error => {
      const { sweep, store } = create({ first: [], here: error }, 'here');
      await expect(sweep.run()).rejects.toBe(error);
      expect(store.saveSweep.mock.calls).toEqual([
        [{ startedAt: new Date(start), pages: 1, cursor: undefined }],
      ]);
    },
  );

  it.each([failure('Error'), failure('ResponseError', 503)])(
    'keeps its place where the catalog fails otherwise: %p',
    async error => {
      const { sweep, store } = create({ first: [], here: error }, 'here');
      await expect(sweep.run()).rejects.toBe(error);
      expect(store.saveSweep).not.toHaveBeenCalled();
    },
  );
});

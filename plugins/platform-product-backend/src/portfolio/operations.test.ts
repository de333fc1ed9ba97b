import { portfolioRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  serviceEntity,
  smallLadder,
  userEntity,
} from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const reader = 'user:default/reader';
const stranger = 'user:default/stranger';

const nobody = { 'platform-product/product-manager': 'nobody' };
const entities = [
  serviceEntity('logs', { system: 'system:default/observability' }),
  serviceEntity('metrics', {
    system: 'system:default/observability',
    title: '=HYPERLINK("x"), "Metrics"',
  }),
  serviceEntity('deploy', { owner: 'group:default/gone', annotations: nobody }),
  serviceEntity('secret', { annotations: nobody }),
  serviceEntity('percent', { title: '100%_\\ sure' }),
  userEntity('maya'),
];

describe.each(databases.eachSupportedId())('portfolio routes on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities,
      config: { maturity: smallLadder },
      hidden: { [stranger]: ['component:default/secret'] },
    });
    await plugin.sweep();
    const until = '2099-01-01T00:00:00.000Z';
    await knex('maturity_services')
      .where({ entity_ref: 'component:default/percent' })
      .update({
        at_risk_until: new Date(until),
        at_risk: JSON.stringify({ until, fallsTo: 0, criteria: [] }),
      });
    await plugin.rebuildFigures();
  });
  afterAll(() => plugin.stop());

  const list = (query: object = {}, user = reader) =>
    plugin.call(user, portfolioRoutes.listPortfolio, { query });
  const names = async (query: object, user = reader) =>
    (await list(query, user)).body.items.map(item =>
      item.entityRef.replace('component:default/', ''),
    );

  it('lists services with what holds them back', async () => {
    const { body } = await list();
    expect(body.totalItems).toBe(5);
    expect(body.pageInfo).toEqual({});
    expect(body.items.find(item => item.title === 'deploy')).toMatchObject({
      entityRef: 'component:default/deploy',
      owner: 'group:default/gone',
      level: 0,
      levelWithoutWaivers: 0,
      heldBackBy: ['product-manager'],
      heldBackByTitle: 'A product manager is named and known to the catalog',
    });
  });

  it('filters by level, owner, system, kind, risk and text', async () => {
    expect(await names({ level: '0' })).toEqual(['deploy', 'secret']);
    expect(await names({ level: ['0', '1'] })).toHaveLength(5);
    expect(await names({ owner: 'group:default/gone' })).toEqual(['deploy']);
    expect(await names({ system: 'system:default/observability' })).toEqual([
      'metrics',
      'logs',
    ]);
    expect(await names({ kind: 'api' })).toEqual([]);
    expect(await names({ atRisk: 'true' })).toEqual(['percent']);
    expect(await names({ atRisk: 'false' })).toHaveLength(4);
    expect(await names({ text: 'LOG' })).toEqual(['logs']);
    expect(await names({ text: '100%_\\' })).toEqual(['percent']);
    expect(await names({ text: '%' })).toEqual(['percent']);
  });

  it('sorts by what was found in the catalog', async () => {
    expect(await names({ sort: 'level' })).toEqual([
      'deploy',
      'secret',
      'logs',
      'metrics',
      'percent',
    ]);
    expect(await names({ sort: 'owner', limit: 1 })).toEqual(['deploy']);
    expect(await names({ sort: 'atRiskUntil', limit: 1 })).toEqual(['percent']);
  });

  it('hides what the caller may not read from lists, counts and exports', async () => {
    const { body } = await list({}, stranger);
    expect(body.totalItems).toBe(4);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(await names({ text: 'secret' }, stranger)).toEqual([]);

    const summary = (user: string) =>
      plugin.call(user, portfolioRoutes.getPortfolioSummary, {});
    expect((await summary(reader)).body.totalItems).toBe(5);
    const seen = (await summary(stranger)).body;
    expect(seen.totalItems).toBe(4);
    expect(seen.levels.map(level => level.count)).toEqual([1, 3, 0, 0]);
    expect(seen.kinds).toEqual([{ value: 'component', count: 4 }]);

    const csv = await plugin.call(
      stranger,
      portfolioRoutes.exportPortfolio,
      {},
    );
    expect(csv.text).not.toContain('secret');
    expect(csv.text.trim().split('\r\n')).toHaveLength(1 + 4);
  });

  it('exports CSV that no spreadsheet takes for a formula', async () => {
    const { text } = await plugin.call(
      reader,
      portfolioRoutes.exportPortfolio,
      { query: { text: 'metrics' } },
    );
    expect(text.split('\r\n')[0]).toBe(
      // A spreadsheet knows UTF-8 by the mark in front.
      '\ufeffentityRef,title,kind,owner,system,level,levelWithoutWaivers,measuredLevel,declaredLevel,levelSince,atRiskUntil,heldBackBy,satisfactionMean,satisfactionRound,openNotices,timeToNotifyMinutes,asOf',
    );
    expect(text).toContain(`"'=HYPERLINK(""x""), ""Metrics"""`);
  });

  it('takes a constant number of queries and calls for a page', async () => {
    async function cost(query: object, user: string) {
      plugin.catalog.queryEntities.mockClear();
      plugin.permissions.authorizeConditional.mockClear();
      plugin.permissions.authorize.mockClear();
      let queries = 0;
      const onQuery = () => {
        queries++;
      };
      knex.on('query', onQuery);
      await list(query, user);
      knex.removeListener('query', onQuery);
      return [
        queries,
        plugin.catalog.queryEntities.mock.calls.length,
        plugin.permissions.authorizeConditional.mock.calls.length,
        plugin.permissions.authorize.mock.calls.length,
      ];
    }
    expect(await cost({ limit: 1 }, reader)).toEqual([3, 0, 1, 0]);
    expect(await cost({ limit: 200 }, reader)).toEqual([3, 0, 1, 0]);
    expect(await cost({ limit: 1 }, stranger)).toEqual([3, 1, 1, 0]);
    expect(await cost({ limit: 200 }, stranger)).toEqual([3, 1, 1, 0]);
    // Services without the figure are a query of their own.
    const bySatisfaction = { sort: 'satisfaction', limit: 200 };
    expect(await cost(bySatisfaction, reader)).toEqual([4, 0, 1, 0]);
  });
});

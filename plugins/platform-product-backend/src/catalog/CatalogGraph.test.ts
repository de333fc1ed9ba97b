import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { serviceEntity } from '../__testUtils__/entities';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { related, Relations } from '../__testUtils__/related';
import { CatalogGraph } from './CatalogGraph';
import { ServiceCatalog } from './ServiceCatalog';

const carl = 'user:default/carl';
const shopTeam = 'group:default/shop-team';
const reader = mockCredentials.user('user:default/reader');

function create(
  entities: readonly Entity[],
  hidden?: Readonly<Record<string, readonly string[]>>,
) {
  const { catalog, asked } = hidingCatalog({ entities, hidden });
  const auth = mockServices.auth({ pluginId: 'platform-product' });
  return { graph: new CatalogGraph({ catalog, auth }), asked };
}

describe('getEntities and findKnown', () => {
  const [one, two] = ['component:default/one', 'component:default/two'];
  const both = [related(one, { ownedBy: [carl] }), related(two, {})];

  it('finds entities by their refs, each once, without those that are not there', async () => {
    const { graph, asked } = create(both);
    const found = await graph.getEntities([two, one, two, 'api:default/gone']);
    expect([...found.keys()]).toEqual([two, one]);
    expect(found.get(one)?.relations).toEqual([
      { type: 'ownedBy', targetRef: carl },
    ]);
    expect(asked).toEqual(['getEntitiesByRefs as service']);
  });

  it('hides from a caller what they may not read', async () => {
    const { graph, asked } = create(both, { 'user:default/reader': [one] });
    const found = await graph.getEntities([one, two], reader);
    expect([...found.keys()]).toEqual([two]);
    expect(asked).toEqual(['getEntitiesByRefs as user:default/reader']);
  });

  it('tells which refs there are', async () => {
    const { graph, asked } = create(both);
    expect(await graph.findKnown([two, 'api:default/gone', two])).toEqual(
      new Set([two]),
    );
    expect((await graph.findKnown([])).size).toBe(0);
    expect(asked).toEqual(['getEntitiesByRefs as service']);
  });

  it('asks nothing about nothing', async () => {
    const { graph, asked } = create(both);
    expect((await graph.getEntities([])).size).toBe(0);
    expect(asked).toEqual([]);
  });
});

describe('findConsumers', () => {
  const logs = 'component:default/logs';
  const metrics = 'component:default/metrics';
  const shop = 'component:default/shop';
  const site = 'component:default/site';
  const logsApi = 'api:default/logs-api';
  const metricsApi = 'api:default/metrics-api';

  function start(entities: Readonly<Record<string, Relations>>) {
    const { graph, asked } = create(
      Object.entries(entities).map(entry => related(...entry)),
    );
    return {
      asked,
      findConsumers: async (...refs: string[]) =>
        Object.fromEntries(
          await graph.findConsumers(
            refs.map(entityRef => ({
              entityRef,
              entity: related(entityRef, entities[entityRef]),
            })),
          ),
        ),
    };
  }

  it('finds what depends on a service, and what consumes an API of it', async () => {
    const { findConsumers, asked } = start({
      [logs]: {
        dependencyOf: [shop],
        providesApi: [logsApi, 'api:default/other'],
        dependsOn: [metrics],
        consumesApi: [metricsApi],
        ownedBy: ['group:default/logs-team'],
      },
      [metrics]: { providesApi: [metricsApi] },
      [logsApi]: { apiConsumedBy: [site], apiProvidedBy: [logs] },
      'api:default/other': { apiConsumedBy: ['component:default/other'] },
      [metricsApi]: { apiConsumedBy: [logs] },
    });
    expect(await findConsumers(logs, metrics)).toEqual({
      [logs]: [shop, site, 'component:default/other'],
      [metrics]: [logs],
    });
    expect(asked).toEqual(['getEntitiesByRefs as service']);
  });

  it('counts whoever uses a service in two ways once, and never the service itself', async () => {
    const { findConsumers } = start({
      [logs]: {
        dependencyOf: ['Component:default/Shop', shop, logs],
        providesApi: [logsApi],
      },
      [logsApi]: { apiConsumedBy: [shop, logs] },
    });
    expect(await findConsumers(logs)).toEqual({ [logs]: [shop] });
  });

  it('does without what is gone, and asks nothing where there are no APIs', async () => {
    const { findConsumers, asked } = start({
      [logs]: { providesApi: ['api:default/gone'] },
      [metrics]: {},
    });
    expect(await findConsumers(metrics)).toEqual({ [metrics]: [] });
    expect(await findConsumers()).toEqual({});
    expect(asked).toEqual([]);
    expect(await findConsumers(logs, metrics)).toEqual({
      [logs]: [],
      [metrics]: [],
    });
  });

  it('finds more than the catalog answers at once', async () => {
    const refs = Array.from(
      { length: 1_001 },
      (_, n) => `api:default/api-${n}`,
    );
    const { findConsumers, asked } = start({
      [logs]: { providesApi: refs },
      ...Object.fromEntries(
        refs.map((ref, n) => [
          ref,
          { apiConsumedBy: [`component:default/c${n}`] },
        ]),
      ),
    });
    expect((await findConsumers(logs))[logs]).toHaveLength(1_001);
    expect(asked).toHaveLength(2);
  });
});

/** Something of an owner that uses other things. */
function owned(
  name: string,
  options: {
    readonly by?: string;
    readonly dependsOn?: readonly string[];
    readonly consumesApi?: readonly string[];
  },
): Entity {
  const { by = shopTeam, dependsOn = [], consumesApi = [] } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'website' },
    relations: [
      { type: 'ownedBy', targetRef: by },
      ...dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
      ...consumesApi.map(targetRef => ({ type: 'consumesApi', targetRef })),
    ],
  };
}

const api = (name: string, ...providedBy: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name, namespace: 'default' },
  relations: [
    { type: 'apiConsumedBy', targetRef: 'component:default/other' },
    ...providedBy.map(targetRef => ({ type: 'apiProvidedBy', targetRef })),
  ],
});

const ref = (name: string) => `component:default/${name}`;

describe('findUsed', () => {
  const hidden = {
    [carl]: [ref('secret'), 'api:default/secret-api', ref('hidden')],
  };

  /** Of what is found, the services that the caller sees. */
  function start(entities: readonly Entity[]) {
    const { catalog, asked } = hidingCatalog({
      entities: [
        ...['logs', 'metrics', 'traces', 'other', 'secret'].map(name =>
          serviceEntity(name),
        ),
        ...entities,
      ],
      hidden,
    });
    const auth = mockServices.auth();
    const graph = new CatalogGraph({ catalog, auth });
    const services = new ServiceCatalog({
      catalog,
      auth,
      permissions: mockServices.permissions.mock(),
      services: defaultServiceFilters,
    });
    const caller = mockCredentials.user(carl);
    const find = async (owners: string[], alsoRefs?: string[]) => {
      const refs = await graph.findUsed(owners, caller, { alsoRefs });
      const seen = await services.getVisibleServices(refs, caller);
      return seen.map(({ entityRef }) => entityRef);
    };
    return { find, asked };
  }

  it('finds what somebody depends on, or consumes an API of', async () => {
    const { find, asked } = start([
      owned('shop', {
        dependsOn: ['Component:default/Logs', ref('library')],
        consumesApi: ['api:default/metrics-api', 'api:default/gone'],
      }),
      owned('mine', { by: carl, dependsOn: [ref('traces'), ref('logs')] }),
      owned('of-others', { by: 'group:default/x', dependsOn: [ref('other')] }),
      owned('library', { by: 'group:default/x', dependsOn: [] }),
      api('metrics-api', ref('metrics')),
    ]);
    expect(await find([carl, shopTeam])).toEqual([
      ref('logs'),
      ref('traces'),
      ref('metrics'),
    ]);
    expect(await find([shopTeam])).toEqual([ref('logs'), ref('metrics')]);
    expect(asked.slice(0, 3)).toEqual([
      `queryEntities as ${carl}`,
      `getEntitiesByRefs as ${carl}`,
      `getEntitiesByRefs as ${carl}`,
    ]);
  });

  it('finds nothing that the caller may not read, nor by way of it', async () => {
    const { find } = start([
      owned('shop', {
        dependsOn: [ref('secret')],
        consumesApi: ['api:default/secret-api'],
      }),
      owned('hidden', { dependsOn: [ref('logs')] }),
      api('secret-api', ref('metrics')),
    ]);
    expect(await find([carl, shopTeam])).toEqual([]);
    expect(await find([carl], [ref('secret')])).toEqual([]);
  });

  it('leaves out what is their own, also where it uses itself', async () => {
    const { find } = start([
      {
        ...owned('cart', { dependsOn: [ref('logs')] }),
        spec: { type: 'service' },
      },
      {
        ...owned('shop', {
          dependsOn: [ref('cart'), ref('shop')],
          consumesApi: ['api:default/cart-api'],
        }),
        spec: { type: 'service' },
      },
      api('cart-api', ref('cart')),
    ]);
    expect(await find([shopTeam])).toEqual([ref('logs')]);
    expect(await find([shopTeam], [ref('cart'), ref('metrics')])).toEqual([
      ref('metrics'),
      ref('logs'),
    ]);
  });

  it('adds other services that are named, each one once', async () => {
    const { find } = start([owned('shop', { dependsOn: [ref('logs')] })]);
    expect(
      await find([shopTeam], [ref('traces'), ref('logs'), ref('gone')]),
    ).toEqual([ref('traces'), ref('logs')]);
    expect(await find(['user:default/nobody'], [ref('traces')])).toEqual([
      ref('traces'),
    ]);
  });

  it('looks at more of what is theirs than one page of the catalog', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `s${n}`);
    const { find } = start([
      ...names.map(name => serviceEntity(name)),
      ...names.map(name => owned(`uses-${name}`, { dependsOn: [ref(name)] })),
    ]);
    expect(await find([shopTeam])).toEqual(names.map(ref));
  });

  it('finds what is used after much that many things use alike', async () => {
    const many = Array.from({ length: 400 }, (_, n) => `site${n}`);
    const shared = ['a-api', 'b-api', 'c-api'].map(
      name => `api:default/${name}`,
    );
    const { find } = start([
      ...many.map(name => owned(name, { consumesApi: shared })),
      owned('shop', { consumesApi: ['api:default/metrics-api'] }),
      api('metrics-api', ref('metrics')),
    ]);
    expect(await find([shopTeam])).toEqual([ref('metrics')]);
  });

  it('has room for as many services beside what is their own', async () => {
    const own = Array.from({ length: 400 }, (_, n) => `own${n}`);
    const names = Array.from({ length: 700 }, (_, n) => `s${n}`);
    const { find } = start([
      owned('shop', { dependsOn: [...own, ...names].map(ref) }),
      ...own.map(name => owned(name, {})),
      ...names.map(name => serviceEntity(name)),
    ]);
    expect(await find([shopTeam])).toEqual(names.map(ref));
  });
});

const system = (name: string, ...partOf: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/logs-team' },
    { type: 'hasPart', targetRef: 'domain:default/below' },
    ...partOf.map(targetRef => ({ type: 'partOf', targetRef })),
  ],
});

describe('findDomains', () => {
  it('finds the domains of systems that a caller may read', async () => {
    const { graph, asked } = create(
      [
        system('Observability', 'Domain:default/Runtime'),
        system('in-both', 'system:default/parent', 'domain:default/shop'),
        system('alone'),
        system('secret', 'domain:default/secret'),
      ],
      { 'user:default/reader': ['system:default/secret'] },
    );
    const found = await graph.findDomains(
      ['observability', 'in-both', 'alone', 'secret', 'gone', 'alone'].map(
        name => `system:default/${name}`,
      ),
      reader,
    );
    expect(Object.fromEntries(found)).toEqual({
      'system:default/observability': 'domain:default/runtime',
      'system:default/in-both': 'domain:default/shop',
    });
    expect(asked).toEqual(['getEntitiesByRefs as user:default/reader']);
  });

  it('finds more than the catalog answers at once, and asks nothing about none', async () => {
    const names = Array.from({ length: 1_001 }, (_, n) => `s${n}`);
    const { graph, asked } = create(
      names.map(name => system(name, `domain:default/${name}`)),
    );
    expect((await graph.findDomains([], reader)).size).toBe(0);
    expect(asked).toEqual([]);
    const refs = names.map(name => `system:default/${name}`);
    const found = await graph.findDomains(refs, reader);
    expect(found.size).toBe(1_001);
    expect(found.get('system:default/s1000')).toBe('domain:default/s1000');
    expect(asked).toHaveLength(2);
  });
});

describe('loadUses', () => {
  const usesOf = async (entities: readonly Entity[]) => {
    const { graph, asked } = create(entities);
    const { uses, owners, titles } = await graph.loadUses();
    return { uses: Object.fromEntries(uses), owners, titles, asked };
  };

  it('finds what uses what, through APIs too, with owners and titles', async () => {
    const logsApi = 'api:default/logs-api';
    const { uses, owners, titles, asked } = await usesOf([
      related('component:default/logs', {
        providesApi: [logsApi],
        ownedBy: ['group:default/logs-team'],
      }),
      {
        ...related('component:default/shop', {
          dependsOn: ['Component:default/Logs', 'resource:default/gone'],
          ownedBy: [shopTeam, carl],
        }),
        metadata: { name: 'shop', namespace: 'default', title: 'The shop' },
      },
      related('component:default/site', { consumesApi: [logsApi] }),
      related('component:default/alone', { ownedBy: [shopTeam] }),
    ]);
    expect(uses).toEqual({
      'component:default/logs': [logsApi, 'component:default/shop'],
      'resource:default/gone': ['component:default/shop'],
      [logsApi]: ['component:default/site'],
    });
    expect(owners.get('component:default/shop')).toEqual([shopTeam, carl]);
    expect(titles.get('component:default/shop')).toBe('The shop');
    expect(titles.get('component:default/site')).toBe('site');
    expect(owners.has('component:default/alone')).toBe(false);
    expect(asked).toEqual(['queryEntities as service']);
  });

  it('asks once for two thousand entities, however long the ways', async () => {
    const chain = Array.from({ length: 4_001 }, (_, n) =>
      related(`component:default/c${n + 1}`, {
        dependsOn: [`component:default/c${n}`],
      }),
    );
    const { uses, asked } = await usesOf(chain);
    expect(Object.keys(uses)).toHaveLength(4_001);
    expect(asked).toHaveLength(3);
  });

  it('finds nothing in an empty catalog', async () => {
    expect((await usesOf([])).uses).toEqual({});
  });
});

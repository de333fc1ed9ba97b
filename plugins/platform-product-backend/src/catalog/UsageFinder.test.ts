import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { serviceEntity } from '../__testUtils__/entities';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { ServiceCatalog } from './ServiceCatalog';
import { UsageFinder } from './UsageFinder';

const carl = 'user:default/carl';
const shopTeam = 'group:default/shop-team';

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

function create(entities: readonly Entity[]) {
  const { catalog, asked } = hidingCatalog({
    entities: [
      ...['logs', 'metrics', 'traces', 'other', 'secret'].map(name =>
        serviceEntity(name),
      ),
      ...entities,
    ],
    hidden: {
      [carl]: [ref('secret'), 'api:default/secret-api', ref('hidden')],
    },
  });
  const finder = new UsageFinder({
    catalog,
    services: new ServiceCatalog({
      catalog,
      auth: mockServices.auth(),
      permissions: mockServices.permissions.mock(),
      services: defaultServiceFilters,
    }),
  });
  const find = async (owners: string[], alsoRefs?: string[]) =>
    (await finder.find(owners, mockCredentials.user(carl), { alsoRefs })).map(
      ({ entityRef }) => entityRef,
    );
  return { find, asked };
}

describe('UsageFinder', () => {
  it('finds what somebody depends on, or consumes an API of', async () => {
    const { find, asked } = create([
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
    const { find } = create([
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
    const { find } = create([
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
    const { find } = create([owned('shop', { dependsOn: [ref('logs')] })]);
    expect(
      await find([shopTeam], [ref('traces'), ref('logs'), ref('gone')]),
    ).toEqual([ref('traces'), ref('logs')]);
    expect(await find(['user:default/nobody'], [ref('traces')])).toEqual([
      ref('traces'),
    ]);
  });

  it('looks at more of what is theirs than one page of the catalog', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `s${n}`);
    const { find } = create([
      ...names.map(name => serviceEntity(name)),
      ...names.map(name => owned(`uses-${name}`, { dependsOn: [ref(name)] })),
    ]);
    expect(await find([shopTeam])).toEqual(names.map(ref));
  });

  it('has room for as many services beside what is their own', async () => {
    const own = Array.from({ length: 400 }, (_, n) => `own${n}`);
    const names = Array.from({ length: 700 }, (_, n) => `s${n}`);
    const { find } = create([
      owned('shop', { dependsOn: [...own, ...names].map(ref) }),
      ...own.map(name => owned(name, {})),
      ...names.map(name => serviceEntity(name)),
    ]);
    expect(await find([shopTeam])).toEqual(names.map(ref));
  });
});

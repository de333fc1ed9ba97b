import { mockServices } from '@backstage/backend-test-utils';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { related, Relations } from '../__testUtils__/related';
import { GroupTree } from '../people/GroupTree';
import { ConsumerFinder } from './ConsumerFinder';

const logs = 'component:default/logs';
const metrics = 'component:default/metrics';
const shop = 'component:default/shop';
const site = 'component:default/site';
const logsApi = 'api:default/logs-api';
const metricsApi = 'api:default/metrics-api';

function create(entities: Readonly<Record<string, Relations>>) {
  const all = Object.entries(entities).map(entry => related(...entry));
  const { catalog, asked } = hidingCatalog({ entities: all });
  const auth = mockServices.auth({ pluginId: 'platform-product' });
  const finder = new ConsumerFinder({
    catalog,
    auth,
    groups: new GroupTree({ catalog, auth }),
  });
  const services = (refs: readonly string[]) =>
    refs.map(entityRef => ({
      entityRef,
      entity: related(entityRef, entities[entityRef]),
    }));
  return {
    asked,
    findConsumers: async (...refs: string[]) =>
      Object.fromEntries(await finder.findConsumers(services(refs))),
    findPeople: async (...refs: string[]) =>
      Object.fromEntries(
        [...(await finder.findPeople(services(refs)))].map(([ref, people]) => [
          ref,
          [...people],
        ]),
      ),
  };
}

describe('ConsumerFinder', () => {
  it('finds what depends on a service, and what consumes an API of it', async () => {
    const { findConsumers, asked } = create({
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
    const { findConsumers } = create({
      [logs]: {
        dependencyOf: ['Component:default/Shop', shop, logs],
        providesApi: [logsApi],
      },
      [logsApi]: { apiConsumedBy: [shop, logs] },
    });
    expect(await findConsumers(logs)).toEqual({ [logs]: [shop] });
  });

  it('does without what is gone, and asks nothing where there are no APIs', async () => {
    const { findConsumers, asked } = create({
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

  it('finds the people who own the consumers, themselves or inside a group', async () => {
    const { findPeople, asked } = create({
      [logs]: {
        dependencyOf: [shop, site, 'component:default/gone'],
        ownedBy: ['group:default/logs-team'],
      },
      [metrics]: { dependencyOf: [site] },
      [shop]: { ownedBy: ['group:default/shop-team', 'group:default/gone'] },
      [site]: { ownedBy: ['User:default/Sue', 'group:default/empty'] },
      'group:default/shop-team': {
        hasMember: ['user:default/carl', 'User:default/Cleo'],
        parentOf: ['group:default/child'],
      },
      'group:default/child': { hasMember: ['user:default/child'] },
      'group:default/logs-team': { hasMember: ['user:default/olga'] },
      'group:default/empty': { hasMember: ['group:default/child'] },
    });
    expect(await findPeople(logs, metrics)).toEqual({
      [logs]: [
        'user:default/carl',
        'user:default/cleo',
        'user:default/child',
        'user:default/sue',
      ],
      [metrics]: ['user:default/sue'],
    });
    // Consumers, groups and the group below; the services have no API.
    expect(asked).toHaveLength(3);
  });

  it('takes three calls at most, and none where nobody uses anything', async () => {
    const { findPeople, asked } = create({
      [logs]: { providesApi: [logsApi], dependencyOf: [shop] },
      [logsApi]: { apiConsumedBy: [site] },
      [shop]: { ownedBy: ['group:default/a'] },
      [site]: { ownedBy: ['what is that?'] },
      'group:default/a': { hasMember: ['user:default/ann'] },
      [metrics]: {},
    });
    expect(await findPeople(metrics)).toEqual({ [metrics]: [] });
    expect(asked).toEqual([]);
    expect(await findPeople(logs)).toEqual({ [logs]: ['user:default/ann'] });
    expect(asked).toEqual(Array(3).fill('getEntitiesByRefs as service'));
  });

  it('finds more than the catalog answers at once', async () => {
    const refs = Array.from(
      { length: 1_001 },
      (_, n) => `api:default/api-${n}`,
    );
    const { findConsumers, asked } = create({
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

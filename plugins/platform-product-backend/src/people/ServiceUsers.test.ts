import { mockServices } from '@backstage/backend-test-utils';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { related, Relations } from '../__testUtils__/related';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { GroupTree } from './GroupTree';
import { ServiceUsers } from './ServiceUsers';

const logs = 'component:default/logs';
const metrics = 'component:default/metrics';
const shop = 'component:default/shop';
const site = 'component:default/site';
const logsApi = 'api:default/logs-api';

function create(entities: Readonly<Record<string, Relations>>) {
  const all = Object.entries(entities).map(entry => related(...entry));
  const { catalog, asked } = hidingCatalog({ entities: all });
  const auth = mockServices.auth({ pluginId: 'platform-product' });
  const graph = new CatalogGraph({ catalog, auth });
  const users = new ServiceUsers({ graph, groups: new GroupTree({ graph }) });
  const services = (refs: readonly string[]) =>
    refs.map(entityRef => ({
      entityRef,
      entity: related(entityRef, entities[entityRef]),
    }));
  return {
    asked,
    findPeople: async (...refs: string[]) =>
      Object.fromEntries(
        [...(await users.find(services(refs)))].map(([ref, people]) => [
          ref,
          [...people],
        ]),
      ),
  };
}

describe('ServiceUsers', () => {
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
});

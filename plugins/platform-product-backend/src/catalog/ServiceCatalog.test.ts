import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { serviceEntity, userEntity } from '../__testUtils__/entities';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { SeenEntities } from './SeenEntities';
import { ServiceCatalog } from './ServiceCatalog';

const stranger = mockCredentials.user('user:default/stranger');
const reader = mockCredentials.user('user:default/reader');

const ofType = (name: string, type: string, annotations = {}): Entity => {
  const entity = serviceEntity(name, { annotations });
  return { ...entity, spec: { ...entity.spec, type } };
};
const flag = (value: string) => ({ 'platform-product/service': value });

const entities: Entity[] = [
  ofType('Logs', 'platform'),
  ofType('metrics', 'service'),
  ofType('secret', 'platform'),
  ofType('library', 'library'),
  ofType('taken-in', 'library', flag('true')),
  ofType('taken-out', 'service', flag('false')),
  { ...ofType('api', 'service'), kind: 'API' },
  userEntity('maya'),
];
const services = ['logs', 'metrics', 'secret', 'taken-in'];
const refOf = (name: string) => `component:default/${name}`;

function create(
  options: {
    result?: AuthorizeResult;
    entities?: Entity[];
    seen?: SeenEntities;
  } = {},
) {
  const hidden: Record<string, string[]> = {
    'user:default/stranger': [refOf('secret')],
  };
  const { catalog, asked } = hidingCatalog({
    entities: options.entities ?? entities,
    hidden,
  });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => ({ result: options.result })) as never,
  });
  return {
    asked,
    hidden,
    permissions,
    services: new ServiceCatalog({
      catalog,
      auth: mockServices.auth({ pluginId: 'platform-product' }),
      permissions,
      services: defaultServiceFilters,
      seen: options.seen,
    }),
  };
}

describe('ServiceCatalog', () => {
  it('finds the service that a caller asks for, whatever the case of its ref', async () => {
    const { services: catalog } = create();
    const found = { entityRef: refOf('logs'), entity: entities[0] };
    const ref = { kind: 'component', namespace: 'default', name: 'logs' };
    expect(await catalog.getVisible(ref, reader)).toEqual(found);
    expect(await catalog.getVisible({ ...ref, name: 'LOGS' }, reader)).toEqual(
      found,
    );
    expect(await catalog.getVisible(refOf('logs'), reader)).toEqual(found);
  });

  it('shows what was seen of late to who only reads', async () => {
    const seen = new SeenEntities({ auth: mockServices.auth() });
    const { services: catalog, asked, hidden } = create({ seen });
    const read = () =>
      catalog.getVisible(refOf('logs'), reader, { mayBeRemembered: true });
    await read();
    hidden['user:default/reader'] = [refOf('logs')];
    expect((await read()).entityRef).toBe(refOf('logs'));
    expect(asked).toHaveLength(1);
    // Whoever acts is asked for anew, and so is who is somebody else.
    await expect(catalog.getVisible(refOf('logs'), reader)).rejects.toThrow(
      'No service found',
    );
    expect(asked).toHaveLength(2);
    hidden['user:default/stranger'].push(refOf('logs'));
    await expect(
      catalog.getVisible(refOf('logs'), stranger, { mayBeRemembered: true }),
    ).rejects.toThrow('No service found');
  });

  it('takes what is no service for none, however often it is asked', async () => {
    const seen = new SeenEntities({ auth: mockServices.auth() });
    const { services: catalog } = create({ seen });
    for (let times = 0; times < 2; times++) {
      await expect(
        catalog.getVisible(refOf('library'), reader, { mayBeRemembered: true }),
      ).rejects.toThrow('No service found');
    }
  });

  it.each([
    ['is not there', refOf('gone')],
    ['the caller may not read', refOf('secret')],
    ['is of another type', refOf('library')],
    ['is taken out', refOf('taken-out')],
    ['is of another kind', 'api:default/api'],
  ])('says the same of what %s', async (_, ref) => {
    const { services: catalog } = create();
    await expect(catalog.getVisible(ref, stranger)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `No service found with ref '${ref}'`,
    });
    const [kind, namespace, name] = ref.split(/[:/]/);
    await expect(
      catalog.getVisible({ kind, namespace, name }, stranger),
    ).rejects.toThrow(`No service found with ref '${ref}'`);
    await expect(
      catalog.getVisible(ref, stranger, { notFound: "No waiver found '1'" }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "No waiver found '1'",
    });
  });

  it('lists those of some refs that are services, for itself and for others', async () => {
    const { services: catalog, asked } = create();
    const refs = [
      ...['secret', 'gone', 'library', 'taken-out', 'logs'].map(refOf),
      'user:default/maya',
    ];
    const named = (found: ReadonlyArray<{ entityRef: string }>) =>
      found.map(({ entityRef }) => entityRef);
    const both = [refOf('secret'), refOf('logs')];
    expect(named(await catalog.getServices(refs))).toEqual(both);
    expect(named(await catalog.getVisibleServices(refs, reader))).toEqual(both);
    expect(named(await catalog.getVisibleServices(refs, stranger))).toEqual([
      refOf('logs'),
    ]);
    expect(await catalog.filterVisible(refs, stranger)).toEqual(
      new Set([refOf('logs')]),
    );
    expect(asked).toEqual([
      'getEntitiesByRefs as service',
      'getEntitiesByRefs as user:default/reader',
      'getEntitiesByRefs as user:default/stranger',
      'getEntitiesByRefs as user:default/stranger',
    ]);
  });

  it('asks the catalog nothing about no refs', async () => {
    const { services: catalog, asked } = create();
    expect(await catalog.getServices([])).toEqual([]);
    expect(await catalog.filterVisible([], reader)).toEqual(new Set());
    expect(asked).toEqual([]);
  });

  it('still names a service that is gone, or no longer one', async () => {
    const { services: catalog } = create();
    const own = (name: string) =>
      catalog.getOwn({ kind: 'Component', namespace: 'default', name });
    expect(await own('Logs')).toEqual({
      entityRef: refOf('logs'),
      entity: entities[0],
    });
    expect(await own('Gone')).toEqual({ entityRef: refOf('gone') });
    expect(await own('taken-out')).toEqual({ entityRef: refOf('taken-out') });
  });

  it('pages through all services as itself, and through nothing else', async () => {
    const { services: catalog, asked } = create();
    const first = await catalog.getPage({ limit: 3 });
    expect(first.services).toEqual(
      [0, 1, 2].map(index => ({
        entityRef: refOf(services[index]),
        entity: entities[index],
      })),
    );
    const { nextCursor: cursor } = first;
    const second = await catalog.getPage({ cursor, limit: 3 });
    expect(second.services.map(({ entityRef }) => entityRef)).toEqual([
      refOf('taken-in'),
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect(asked).toEqual(Array(2).fill('queryEntities as service'));
  });

  it.each<[string, AuthorizeResult, unknown, string[]]>([
    ['all where the policy allows it', AuthorizeResult.ALLOW, 'all', []],
    ['none where the policy denies it', AuthorizeResult.DENY, [], []],
    [
      'what the catalog shows them where the policy gives conditions',
      AuthorizeResult.CONDITIONAL,
      [refOf('logs'), refOf('metrics'), refOf('taken-in')],
      ['queryEntities as user:default/stranger'],
    ],
  ])('lets callers know of %s', async (_, result, expected, calls) => {
    const { services: catalog, asked, permissions } = create({ result });
    expect(await catalog.getVisibleRefs(stranger)).toEqual(expected);
    expect(asked).toEqual(calls);
    expect(permissions.authorizeConditional.mock.calls).toEqual([
      [
        [
          {
            permission: expect.objectContaining({
              name: 'catalog.entity.read',
            }),
          },
        ],
        { credentials: stranger },
      ],
    ]);
  });

  it('lists more services under conditions than a page of the catalog has', async () => {
    const { services: catalog } = create({
      result: AuthorizeResult.CONDITIONAL,
      entities: Array.from({ length: 1_001 }, (_, n) => serviceEntity(`s${n}`)),
    });
    expect(await catalog.getVisibleRefs(reader)).toHaveLength(1_001);
  });
});

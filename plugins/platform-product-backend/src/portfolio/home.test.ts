import {
  homeRoutes,
  satisfactionRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const carl = 'user:default/carl';
const shopTeam = 'group:default/shop-team';

/** Another component of the shop team, with what it relates to. */
const componentOf = (name: string, relations: Entity['relations']): Entity => ({
  ...serviceEntity(name, { owner: shopTeam }),
  spec: { type: 'website', lifecycle: 'production', owner: shopTeam },
  relations: [{ type: 'ownedBy', targetRef: shopTeam }, ...(relations ?? [])],
});

describe.each(databases.eachSupportedId())('home on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [
        serviceEntity('logs', { title: 'Logs' }),
        serviceEntity('metrics'),
        serviceEntity('traces'),
        serviceEntity('secrets'),
        serviceEntity('checkout', { owner: shopTeam }),
        groupEntity('shop-team', { members: ['carl'] }),
        componentOf('shop', [
          { type: 'dependsOn', targetRef: 'component:default/logs' },
          { type: 'dependsOn', targetRef: 'component:default/secrets' },
          { type: 'dependsOn', targetRef: 'component:default/checkout' },
          { type: 'consumesApi', targetRef: 'api:default/metrics-api' },
        ]),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'API',
          metadata: { name: 'metrics-api', namespace: 'default' },
          relations: [
            { type: 'apiProvidedBy', targetRef: 'component:default/metrics' },
          ],
        },
      ],
      groups: {
        [carl]: [shopTeam],
        'user:default/owner': ['group:default/logs-team'],
      },
      hidden: { [carl]: ['component:default/secrets'] },
    });
    await plugin.sweep();
    await plugin.releaseRatings();
  });
  afterEach(() => plugin.stop());

  const home = async (user = carl) =>
    (await plugin.call(user, homeRoutes.getHome, {})).body;
  const paramsOf = (name: string) => ({
    params: { kind: 'component', namespace: 'default', name },
  });
  const wanted = async () =>
    (await home()).ratings.map(({ title, isInvited }) => [title, isInvited]);

  it('asks for ratings of what the reader uses or follows, and has not rated', async () => {
    // Neither what is their own, nor what they may not read.
    expect(await wanted()).toEqual([
      ['Logs', false],
      ['metrics', false],
    ]);
    await plugin.call(carl, updatesRoutes.follow, paramsOf('traces'));
    const invited = await plugin.call(
      'user:default/owner',
      satisfactionRoutes.inviteToRate,
      paramsOf('traces'),
    );
    expect(invited.status).toBe(200);
    expect(await wanted()).toEqual([
      ['traces', true],
      ['Logs', false],
      ['metrics', false],
    ]);
    await plugin.call(carl, satisfactionRoutes.putMyAnswer, {
      ...paramsOf('logs'),
      body: { ratings: { leverage: 4 } },
    });
    await plugin.call(carl, satisfactionRoutes.noteInvitation, {
      ...paramsOf('metrics'),
      body: { outcome: 'declined' },
    });
    expect(await wanted()).toEqual([['traces', true]]);
    await plugin.call(carl, satisfactionRoutes.noteInvitation, {
      ...paramsOf('traces'),
      body: { outcome: 'seen' },
    });
    expect((await home()).ratings).toMatchObject([
      { title: 'traces', isNoted: true },
    ]);
    await plugin.call(
      carl,
      satisfactionRoutes.withdrawMyAnswer,
      paramsOf('logs'),
    );
    expect(await wanted()).toEqual([
      ['traces', true],
      ['Logs', false],
    ]);
  });

  it('asks for no rating that the reader may not give', async () => {
    plugin.permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    expect(await wanted()).toEqual([]);
  });

  it('shows the services of the reader and their groups', async () => {
    expect(await home()).toMatchObject({
      services: [{ title: 'checkout', level: 0 }],
      totalServices: 1,
    });
    expect(await home('user:default/nobody')).toMatchObject({
      ratings: [],
      services: [],
    });
  });

  it('takes as many calls whatever there is', async () => {
    const { getEntitiesByRefs, queryEntities } = plugin.catalog;
    getEntitiesByRefs.mockClear();
    queryEntities.mockClear();
    await home();
    // What is used, its APIs, the reader, who is in no group, and what is theirs.
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(4);
    // One for what is owned, one since the policy gives conditions.
    expect(queryEntities).toHaveBeenCalledTimes(2);
  });
});

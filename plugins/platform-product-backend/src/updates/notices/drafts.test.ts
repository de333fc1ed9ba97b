import { Entity } from '@backstage/catalog-model';
import {
  AnyRouteDefinition,
  RouteInput,
  routes,
} from '@platform-product/backstage-plugin-common';
import {
  noticeKinds,
  noticeRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const logs = 'component:default/logs';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const secret = 'Kumquat';

const entities: Entity[] = [
  serviceEntity('logs'),
  related('component:default/checkout', {
    dependsOn: [logs],
    ownedBy: ['group:default/shop-team'],
  }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
];

/** What can be asked without changing anything, as the examples ask it. */
const questions = Object.values<AnyRouteDefinition>(routes).filter(
  ({ method }) => method === 'get',
);
const acts = Object.values<AnyRouteDefinition>(noticeRoutes).filter(
  ({ path, method }) => path.includes('/:id') && method !== 'get',
);

describe.each(databases.eachSupportedId())('drafts on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities,
      groups: {
        [olga]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
      },
    });
    await plugin.sweep();
  });
  afterEach(() => plugin.stop());

  /** All answers that somebody outside the team gets, by the name of the route. */
  async function askAll() {
    const answers: Record<string, unknown> = {};
    for (const route of questions) {
      const { status, text } = await plugin.call(carl, route, {
        params: {},
        ...route.example,
        // Any list from its start, whatever its example goes on from.
        query: { ...route.example.query, cursor: undefined },
      } as RouteInput<typeof route>);
      answers[route.operationId] = [status, text];
    }
    return answers;
  }

  async function draftAll() {
    const ids: string[] = [];
    for (const kind of noticeKinds) {
      const { body } = await plugin.call(olga, noticeRoutes.draftNotice, {
        params,
        body: { kind, title: `${secret} of ${kind}`, text: secret },
      });
      ids.push(body.id);
    }
    await plugin.tellOfNotices();
    await plugin.deliverNotifications();
    return ids;
  }

  it('change no answer to anybody outside the team, on any route', async () => {
    const before = await askAll();
    await draftAll();
    const after = await askAll();
    expect(Object.keys(after).length).toBeGreaterThan(25);
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain(secret);
    expect(JSON.stringify(plugin.sent)).not.toContain(secret);
  });

  it('are answered for like what is not there', async () => {
    const [draft] = await draftAll();
    const nothing = '00000000-0000-4000-8000-000000000000';
    const ask = async (route: AnyRouteDefinition, noticeId: string) => {
      const { status, text } = await plugin.call(carl, route, {
        ...route.example,
        params: { id: noticeId },
      } as RouteInput<AnyRouteDefinition>);
      return [route.operationId, status, text.replaceAll(noticeId, 'id')];
    };
    for (const route of [noticeRoutes.getNotice, ...acts]) {
      const answer = await ask(route, draft);
      expect(answer).toEqual([route.operationId, 404, expect.anything()]);
      expect(answer).toEqual(await ask(route, nothing));
    }
  });

  it('are seen by the team, so that there is something to hide', async () => {
    await draftAll();
    const { body } = await plugin.call(olga, noticeRoutes.listNotices, {
      params,
    });
    expect(body.totalItems).toBe(noticeKinds.length);
  });
});

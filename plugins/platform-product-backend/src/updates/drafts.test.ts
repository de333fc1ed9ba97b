import { Entity } from '@backstage/catalog-model';
import {
  AnyRouteDefinition,
  RouteInput,
  routes,
} from '@platform-product/backstage-plugin-common';
import {
  noticeKinds,
  noticeRoutes,
  postRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { databases } from '../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../__testUtils__/entities';
import { related } from '../__testUtils__/related';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

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
/** What is done to one of the things that can be drafts, or asked of it. */
const actsOn = (ofSubject: object) =>
  Object.values<AnyRouteDefinition>(
    ofSubject as Record<string, AnyRouteDefinition>,
  ).filter(({ path }) => path.includes('/:id'));
const inAYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString();

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

  async function draft(route: AnyRouteDefinition, body: object) {
    const { status, body: made } = await plugin.call(olga, route, {
      params,
      body,
    } as RouteInput<AnyRouteDefinition>);
    expect(status).toBe(201);
    return made.id as string;
  }

  /** Drafts of everything, and what waits for its time, with what is asked of them. */
  async function draftAll() {
    const made: Array<{ readonly id: string; readonly acts: object }> = [];
    for (const kind of noticeKinds) {
      const notice = { kind, title: `${secret} of ${kind}`, text: secret };
      const draftId = await draft(noticeRoutes.draftNotice, notice);
      made.push({ id: draftId, acts: noticeRoutes });
    }
    const post = { title: `${secret} is new`, text: secret, tags: [secret] };
    for (const when of [{ isDraft: true }, { publishAt: inAYear }]) {
      const postId = await draft(postRoutes.addPost, { ...post, ...when });
      made.push({ id: postId, acts: postRoutes });
    }
    await plugin.tellOfNotices();
    await plugin.deliverNotifications();
    return made;
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
    const nothing = '00000000-0000-4000-8000-000000000000';
    const ask = async (route: AnyRouteDefinition, draftId: string) => {
      const { status, text } = await plugin.call(carl, route, {
        ...route.example,
        params: { ...route.example.params, id: draftId },
      } as RouteInput<AnyRouteDefinition>);
      return [route.operationId, status, text.replaceAll(draftId, 'id')];
    };
    for (const { id: draftId, acts } of await draftAll()) {
      for (const route of actsOn(acts)) {
        const answer = await ask(route, draftId);
        expect(answer).toEqual([route.operationId, 404, expect.anything()]);
        expect(answer).toEqual(await ask(route, nothing));
      }
    }
  });

  it('are seen by the team, so that there is something to hide', async () => {
    await draftAll();
    const notices = await plugin.call(olga, noticeRoutes.listNotices, {
      params,
    });
    expect(notices.body.totalItems).toBe(noticeKinds.length);
    const posts = await plugin.call(olga, postRoutes.listPosts, {
      params,
      query: { state: 'waiting' },
    });
    expect(posts.body.totalItems).toBe(2);
  });
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Post } from '@platform-product/backstage-plugin-common';
import { postRoutes } from '@platform-product/backstage-plugin-common/rules';
import express, { Router } from 'express';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const news = { title: 'Search is faster', text: 'Twice *as fast*.\n\nTry it.' };
const minute = 60_000;

/** Answers as the announcements plugin does, as far as it is talked to. */
function createAnnouncementsPlugin() {
  const kept = new Map<string, any>();
  const calls: string[] = [];
  const fake = { kept, calls, isDown: false, diesAfterAdding: false };
  const router = Router();
  router.use(express.json());
  router.use((request, response, next) => {
    calls.push(`${request.method} ${request.url}`);
    if (fake.isDown) response.status(503).json({});
    else next();
  });
  router.get('/announcements', (_, response) => {
    const results = [...kept.values()];
    response.json({ count: results.length, results });
  });
  router.post('/announcements', (request, response) => {
    const announcement = { ...request.body, id: `a${kept.size + 1}` };
    kept.set(announcement.id, announcement);
    if (fake.diesAfterAdding) response.status(500).json({});
    else response.status(201).json(announcement);
  });
  router.put('/announcements/:id', (request, response) => {
    const { id } = request.params;
    if (!kept.has(id)) {
      response.status(404).end();
      return;
    }
    kept.set(id, { ...request.body, id });
    response.json(kept.get(id));
  });
  router.delete('/announcements/:id', (request, response) => {
    const isThere = kept.delete(request.params.id);
    response.status(isThere ? 204 : 404).end();
  });
  const feature = createBackendPlugin({
    pluginId: 'announcements',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use(router);
        },
      });
    },
  });
  return { fake, feature };
}

describe.each(databases.eachSupportedId())('announcements on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let fake: ReturnType<typeof createAnnouncementsPlugin>['fake'];

  async function start(
    options: { isInstalled?: boolean; denied?: string[] } = {},
  ) {
    const { isInstalled = true, denied = [] } = options;
    const announcements = createAnnouncementsPlugin();
    fake = announcements.fake;
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', { title: 'Logs [new]' }),
        groupEntity('logs-team', { members: ['olga'] }),
      ],
      groups: { [olga]: ['group:default/logs-team'] },
      denied: { [olga]: denied },
      config: { updates: { announcements: isInstalled } },
      features: [announcements.feature],
    });
    await plugin.sweep();
  }
  afterEach(() => plugin.stop());

  const add = async (body: object = {}) =>
    plugin.call(olga, postRoutes.addPost, {
      params,
      body: { ...news, isAnnounced: true, ...body },
    });
  const change = (post: Post, body: object = {}) =>
    plugin.call(olga, postRoutes.changePost, {
      params: { id: post.id },
      body: { ...news, isAnnounced: true, version: post.version, ...body },
    });
  const bring = () => plugin.announcePosts();
  const titles = () => [...fake.kept.values()].map(({ title }) => title);
  const stateOf = async (post: Post) => {
    const { body } = await plugin.call(olga, postRoutes.getPost, {
      params: { id: post.id },
    });
    return body.announcement;
  };
  /** As if so much time had gone by since it was last tried. */
  const isDue = () =>
    knex('updates_announcements').update('due_at', new Date(0));

  it('have a post that is to be there, under the name of its group', async () => {
    await start();
    const { body: post } = await add();
    expect(post.announcement).toBe('waiting');
    await bring();
    await bring();
    expect([...fake.kept.values()]).toEqual([
      {
        id: 'a1',
        publisher: 'group:default/logs-team',
        title: news.title,
        excerpt: 'Twice *as fast*.',
        body: expect.stringMatching(
          /Try it\.\n\n\[Logs {2}new \]\(.*\/logs\/updates#post-[0-9a-f-]+\)$/,
        ),
        active: true,
        start_at: post.publishedAt,
      },
    ]);
    expect(await stateOf(post)).toBe('published');
  });

  it('have nothing that its team has not published, or not there', async () => {
    await start();
    await add({ title: 'A draft of it', isDraft: true });
    await add({ title: 'Not for all', isAnnounced: false });
    const publishAt = new Date(Date.now() + 60 * minute).toISOString();
    await add({ title: 'It comes later', publishAt });
    await bring();
    expect(fake.calls).toEqual([]);

    const refused = await add({ audience: 'followers' });
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('isAnnounced: goes with what is for everybody'),
    ]);
  });

  it('follow what becomes of the post', async () => {
    await start();
    const { body: post } = await add();
    await bring();
    const { body: changed } = await change(post, { title: 'Search is quick' });
    await bring();
    expect(titles()).toEqual(['Search is quick']);

    const { body: withdrawn } = await change(changed, { isAnnounced: false });
    expect(withdrawn.announcement).toBeUndefined();
    await bring();
    expect(titles()).toEqual([]);

    await change(withdrawn);
    await bring();
    expect(titles()).toEqual([news.title]);
    await plugin.call(olga, postRoutes.removePost, { params: { id: post.id } });
    await bring();
    expect(titles()).toEqual([]);
    expect(await knex('updates_announcements')).toEqual([]);
  });

  it('lose nothing by being down, and have it once when they died over it', async () => {
    await start();
    fake.isDown = true;
    const { body: post, status } = await add();
    expect(status).toBe(201);
    await bring();
    expect(await stateOf(post)).toBe('failing');
    await bring();
    expect(fake.calls).toHaveLength(1);

    fake.isDown = false;
    fake.diesAfterAdding = true;
    await isDue();
    await bring();
    fake.diesAfterAdding = false;
    await isDue();
    await Promise.all([bring(), bring()]);
    expect(titles()).toEqual([news.title]);
    expect(await stateOf(post)).toBe('published');
  });

  it('keep removed what somebody removed there', async () => {
    await start();
    const { body: post } = await add();
    await bring();
    fake.kept.clear();
    await change(post, { title: 'Search is quick' });
    await bring();
    expect(titles()).toEqual([]);
  });

  it('take nothing from who may not announce, nor where they are not', async () => {
    await start({ denied: ['announcement.entity.create'] });
    expect((await add()).status).toBe(403);
    const { body: post } = await add({ isAnnounced: false });
    expect((await change(post)).status).toBe(403);
    await plugin.stop();

    await start({ isInstalled: false });
    expect((await add()).text).toContain('isAnnounced: is not offered here');
  });
});

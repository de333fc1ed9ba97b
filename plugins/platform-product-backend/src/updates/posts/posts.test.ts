import { Entity } from '@backstage/catalog-model';
import { Post } from '@platform-product/backstage-plugin-common';
import {
  postRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseAnnouncementStore } from '../announcements/DatabaseAnnouncementStore';
import { DatabasePostStore } from './DatabasePostStore';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const fay = 'user:default/fay';
const stranger = 'user:default/stranger';
const logs = 'component:default/logs';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * day);

const entities: Entity[] = [
  serviceEntity('logs', { title: 'Logs & <traces>' }),
  related('component:default/checkout', {
    dependsOn: [logs],
    ownedBy: ['group:default/shop-team'],
  }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
];

const news = { title: 'Search is faster', text: 'Twice *as fast*.' };

describe.each(databases.eachSupportedId())('posts on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities,
      groups: {
        [olga]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
      },
      hidden: { [stranger]: [logs] },
      config: { updates: { keepPostsFor: 'P100D' } },
    });
    await plugin.sweep();
    await plugin.call(fay, updatesRoutes.follow, { params });
  });
  afterEach(() => plugin.stop());

  async function add(body: object = {}, idempotencyKey?: string) {
    const answer = await plugin.call(olga, postRoutes.addPost, {
      params,
      body: { ...news, ...body },
      idempotencyKey,
    });
    return answer;
  }
  const listed = async (user: string, query: object = {}) => {
    const { body } = await plugin.call(user, postRoutes.listPosts, {
      params,
      query,
    });
    return (body.items as Post[]).map(({ title }) => title);
  };
  const changed = (post: Post, body: object) =>
    plugin.call(olga, postRoutes.changePost, {
      params: { id: post.id },
      body: { ...news, version: post.version, ...body },
    });

  it('are seen by those whom they are for, and by the team', async () => {
    for (const audience of ['everybody', 'consumers', 'followers']) {
      await add({ title: `For ${audience}`, audience });
    }
    const seen = await Promise.all(
      [olga, carl, fay, 'user:default/ben'].map(user => listed(user)),
    );
    expect(seen.map(titles => [...titles].sort())).toEqual([
      ['For consumers', 'For everybody', 'For followers'],
      ['For consumers', 'For everybody'],
      ['For everybody', 'For followers'],
      ['For everybody'],
    ]);
    const { status } = await plugin.call(stranger, postRoutes.listPosts, {
      params,
    });
    expect(status).toBe(404);
  });

  it('are told of one by one like in the list', async () => {
    const { body: post } = await add({ audience: 'followers' });
    const answers = [olga, fay, carl, stranger].map(async user => {
      const { status } = await plugin.call(user, postRoutes.getPost, {
        params: { id: post.id },
      });
      return status;
    });
    expect(await Promise.all(answers)).toEqual([200, 200, 404, 404]);
  });

  it('are written once for a key', async () => {
    const [one, again] = [await add({}, 'a'), await add({}, 'a')];
    expect(again.body).toEqual(one.body);
    expect((await add({ title: 'Another' }, 'a')).status).toBe(409);
    expect(await listed(olga)).toEqual([news.title]);
  });

  it('are found by their tags, which are told apart in no case', async () => {
    await add({ title: 'First', tags: ['Search', 'search', 'neu'] });
    await add({ title: 'Second' });
    expect(await listed(carl, { tag: 'SEARCH' })).toEqual(['First']);
    expect(await listed(carl, { tag: 'sea' })).toEqual([]);
  });

  it('refuse a date of the past, and one of a draft', async () => {
    const publishAt = inDays(-1).toISOString();
    const past = await add({ publishAt });
    expect([past.status, past.text]).toEqual([
      400,
      expect.stringContaining('body.publishAt: must not be in the past'),
    ]);
    const draft = await add({
      isDraft: true,
      publishAt: inDays(1).toISOString(),
    });
    expect(draft.status).toBe(400);
  });

  it('refuse what is too long, in so many words', async () => {
    const { status, text } = await add({ text: 'x'.repeat(50_000) });
    expect([status, text]).toEqual([
      400,
      expect.stringContaining(
        'body.text: Too big: expected string to have <=20000',
      ),
    ]);
    expect((await add({ text: 'x'.repeat(1024 * 1024) })).status).toBe(413);
    expect(await listed(olga)).toEqual([]);
  });

  it('go from a draft to a date, and out into the world', async () => {
    const { body: draft } = await add({ isDraft: true });
    expect(draft.publishedAt).toBeUndefined();
    const waiting = await changed(draft, {
      publishAt: inDays(1).toISOString(),
      tags: ['search'],
    });
    expect(await listed(olga, { state: 'waiting' })).toEqual([news.title]);
    expect(await listed(carl)).toEqual([]);
    const { body: told } = await changed(waiting.body, {});
    expect(told).toMatchObject({ version: 3, tags: [] });
    expect(await listed(carl)).toEqual([news.title]);
    expect(await listed(olga, { state: 'waiting' })).toEqual([]);
    expect(await listed(olga, { tag: 'search' })).toEqual([]);
  });

  it('keep their date once they are seen, and are no drafts any more', async () => {
    const { body: post } = await add();
    const { body: better } = await changed(post, { text: 'Three times.' });
    expect(better).toMatchObject({
      text: 'Three times.',
      publishedAt: post.publishedAt,
    });
    for (const wrong of [
      { isDraft: true },
      { publishAt: inDays(1).toISOString() },
    ]) {
      expect((await changed(better, wrong)).status).toBe(400);
    }
    expect(
      (await changed(better, { publishAt: post.publishedAt })).status,
    ).toBe(200);
  });

  it('keep what one of two writers wrote, and tell the other', async () => {
    const { body: post } = await add();
    const answers = await Promise.all(
      ['One', 'Two'].map(text => changed(post, { text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('can be taken down', async () => {
    const { body: post } = await add({ tags: ['search'] });
    const removed = await plugin.call(olga, postRoutes.removePost, {
      params: { id: post.id },
    });
    expect(removed.status).toBe(204);
    expect(await listed(carl)).toEqual([]);
    expect(await knex('updates_post_tags')).toEqual([]);
  });

  it('are kept for as long as is configured', async () => {
    await add();
    const { body: old } = await add({ title: 'Long ago' });
    const { body: draft } = await add({ title: 'Never done', isDraft: true });
    await knex('updates_posts')
      .where('id', old.id)
      .update({ published_at: inDays(-101) });
    await knex('updates_posts')
      .where('id', draft.id)
      .update({ created_at: inDays(-101) });
    await plugin.tellOfNotices();
    expect(await listed(olga)).toEqual([news.title]);
    expect(await listed(olga, { state: 'waiting' })).toEqual([]);
  });

  it('are new to who follows or uses the service, with its name', async () => {
    await add();
    const newTo = async (user: string) =>
      (await plugin.call(user, postRoutes.listNewPosts, {})).body.items;
    const expected = [
      { title: 'Logs & <traces>', post: expect.objectContaining(news) },
    ];
    expect(await newTo(carl)).toEqual(expected);
    expect(await newTo(fay)).toEqual(expected);
    expect(await newTo('user:default/ben')).toEqual([]);
  });

  it('are seen from their moment on, whatever the clock, and no earlier', async () => {
    const store = new DatabasePostStore(
      knex,
      new DatabaseAnnouncementStore(knex),
    );
    await add();
    const [row] = await knex('updates_posts');
    const sight = {
      everybody: [logs],
      consumers: [logs],
      followers: [logs],
      team: [],
    };
    const time = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    const property = fc.asyncProperty(
      fc.option(time, { nil: null }),
      fc.oneof(time, fc.constant('same' as const)),
      async (publishedAt, clock) => {
        const by = clock === 'same' ? publishedAt ?? new Date() : clock;
        await knex('updates_posts')
          .where('id', row.id)
          .update({ published_at: publishedAt });
        const page = { by, offset: 0, limit: 10 };
        const isSeen = publishedAt !== null && publishedAt <= by;
        const found = await store.listPublished({ ...page, sight });
        const left = await store.listWaiting({ ...page, entityRef: logs });
        expect([found.totalItems, left.totalItems]).toEqual(
          isSeen ? [1, 0] : [0, 1],
        );
        expect(
          await store.findLatest([logs], { since: new Date(0), until: by }),
        ).toEqual(new Map(isSeen ? [[logs, publishedAt]] : []));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

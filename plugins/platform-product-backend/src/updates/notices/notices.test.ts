import { Entity } from '@backstage/catalog-model';
import {
  noticeRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { service, startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const sue = 'user:default/sue';
const tom = 'user:default/tom';
const stranger = 'user:default/stranger';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const api = 'api:default/logs-api';
const [logs, shop, site, till] = ['logs', 'shop', 'site', 'till'].map(
  name => `component:default/${name}`,
);

const entities: Entity[] = [
  serviceEntity('logs', {
    title: 'Log search',
    relations: [{ type: 'providesApi', targetRef: api }],
  }),
  related(api, { apiProvidedBy: [logs], apiConsumedBy: [site] }),
  related(shop, {
    dependsOn: [logs],
    dependencyOf: [till],
    ownedBy: ['group:default/shop-team'],
  }),
  related(site, { consumesApi: [api], ownedBy: ['group:default/site-team'] }),
  related(till, { dependsOn: [shop], ownedBy: ['group:default/till-team'] }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
  groupEntity('site-team', { members: ['sue'] }),
  groupEntity('till-team', { members: ['tom'] }),
];

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const outage = () => ({
  kind: 'outage' as const,
  impact: 'major' as const,
  title: 'Search is away',
  text: 'One of three nodes is down.',
  whatToDo: 'Wait for an hour.',
  detectedAt: minutesAgo(10),
});

describe.each(databases.eachSupportedId())('notices on %s', id => {
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
        [sue]: ['group:default/site-team'],
        [tom]: ['group:default/till-team'],
      },
      hidden: { [stranger]: [logs], [tom]: [shop] },
    });
  });
  afterEach(() => plugin.stop());

  async function publish(rest: object = {}) {
    const answer = await plugin.call(olga, noticeRoutes.publishNotice, {
      params,
      body: { ...outage(), ...rest } as ReturnType<typeof outage>,
    });
    await plugin.tellOfNotices();
    return answer;
  }
  const told = () =>
    plugin.sent
      .splice(0)
      .map(({ recipients, payload: { title, description } }) => [
        (recipients as { entityRef: string[] }).entityRef.join(),
        title,
        description,
      ])
      .sort();
  const concerning = async (user: string, entityRef?: string) => {
    const { body } = await plugin.call(
      user,
      noticeRoutes.listConcerningNotices,
      { query: { entityRef } },
    );
    return body.items;
  };
  const answer = (
    user: string,
    noticeId: string,
    entityRef: string,
    said: 'seen' | 'not-affected' | 'affected' | 'repaired',
  ) =>
    plugin.call(user, noticeRoutes.answerNotice, {
      params: { id: noticeId },
      body: { entityRefs: [entityRef], answer: said },
    });
  /** Says what is new, as somebody who has just looked. */
  const update = async (noticeId: string, body: object, user = olga) => {
    const { version } = await knex('updates_notices')
      .where('id', noticeId)
      .first('version');
    return plugin.call(user, noticeRoutes.updateNotice, {
      params: { id: noticeId },
      body: { text: 'News.', version, ...body },
    });
  };

  it('reach the owners of all that uses a service, each told of theirs, once', async () => {
    const { status, body } = await publish();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'investigating',
      toldAfterwards: false,
      nextUpdateDueAt: expect.any(String),
    });
    const tail = 'One of three nodes is down. What to do: Wait for an hour.';
    expect(told()).toEqual([
      [
        carl,
        'Log search: Search is away',
        `outage, impact major, investigating. You own what uses it: shop. ${tail}`,
      ],
      [
        sue,
        'Log search: Search is away',
        `outage, impact major, investigating. You own what uses it: site (through logs-api). ${tail}`,
      ],
      [
        tom,
        'Log search: Search is away',
        `outage, impact major, investigating. You own what uses it: till (through shop). ${tail}`,
      ],
    ]);
    await plugin.tellOfNotices();
    expect(told()).toEqual([]);
  });

  it('go to the owning groups as such, where the configuration says so', async () => {
    await plugin.stop();
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities,
      groups: { [olga]: ['group:default/logs-team'] },
      config: { updates: { noticesTo: 'groups' } },
    });
    await plugin.call(carl, updatesRoutes.follow, { params });
    await publish();
    // Who follows, and is inside of one of them, is told with it.
    expect(told().map(([recipient]) => recipient)).toEqual(
      ['shop', 'site', 'till'].map(name => `group:default/${name}-team`),
    );
  });

  it('are on the page of what uses the service, with the way as far as the reader sees it', async () => {
    await publish();
    const [found] = await concerning(carl, shop);
    expect(found).toMatchObject({
      title: 'Log search',
      canAnswer: true,
      concerned: { entityRef: shop, path: [logs, shop] },
    });
    expect((await concerning(sue, site))[0].concerned.path).toEqual([
      logs,
      api,
      site,
    ]);
    // Tom may not read the shop.
    expect((await concerning(tom, till))[0].concerned.path).toEqual([
      logs,
      till,
    ]);
    expect(await concerning(tom, shop)).toEqual([]);
    expect((await concerning(sue, shop))[0].canAnswer).toBe(false);
    expect(await concerning(stranger, shop)).toEqual([]);
    expect(
      (await concerning(carl)).map(item => item.concerned.entityRef),
    ).toEqual([shop]);
  });

  it('are answered by owners alone, and what is not affected spares what lies behind', async () => {
    const { body } = await publish();
    for (const [user, ref] of [
      [sue, shop],
      [olga, shop],
      [carl, 'component:default/unknown'],
      [carl, logs],
    ]) {
      const { status } = await answer(user, body.id, ref, 'affected');
      expect([user, ref, status]).toEqual([user, ref, 403]);
    }
    expect((await answer(carl, body.id, shop, 'not-affected')).status).toBe(
      200,
    );
    const { body: after } = await plugin.call(olga, noticeRoutes.getNotice, {
      params: { id: body.id },
    });
    expect(after.reach).toEqual({
      entities: 2,
      answered: 1,
      answers: { seen: 0, 'not-affected': 1, affected: 0, repaired: 0 },
      spared: 1,
    });
    expect(await concerning(tom, till)).toEqual([]);
    const { body: list } = await plugin.call(
      olga,
      noticeRoutes.listNoticeAnswers,
      { params: { id: body.id } },
    );
    expect(
      list.items.map(item => [item.entityRef, item.answer, item.isSpared]),
    ).toEqual([
      [site, undefined, false],
      [shop, 'not-affected', false],
      [till, undefined, true],
    ]);
    expect(
      (
        await plugin.call(carl, noticeRoutes.listNoticeAnswers, {
          params: { id: body.id },
        })
      ).status,
    ).toBe(403);
  });

  it('are told to who is concerned again, with what they have missed', async () => {
    const { body } = await publish();
    await answer(carl, body.id, shop, 'not-affected');
    await update(body.id, { text: 'Do not bill by it.' });
    await plugin.tellOfNotices();
    told();
    await answer(carl, body.id, shop, 'affected');
    await plugin.tellOfNotices();
    expect(told()).toEqual([
      [
        tom,
        'Log search: Search is away',
        expect.stringContaining('Do not bill'),
      ],
    ]);
    await plugin.tellOfNotices();
    expect(told()).toEqual([]);
  });

  it('lose what is taken out of a draft, and keep no time that is over', async () => {
    const { body: draft } = await plugin.call(olga, noticeRoutes.draftNotice, {
      params,
      body: { ...outage(), until: minutesAgo(1), notAffected: 'Metrics.' },
    });
    const { body } = await plugin.call(olga, noticeRoutes.publishDraft, {
      params: { id: draft.id },
      body: { ...outage(), version: 1 },
    });
    expect(body).not.toHaveProperty('until');
    expect(body).not.toHaveProperty('notAffected');
    const { body: better } = await update(body.id, {
      changes: { whatToDo: null },
    });
    expect(better).not.toHaveProperty('whatToDo');
    const stale = await plugin.call(olga, noticeRoutes.updateNotice, {
      params: { id: body.id },
      body: { version: body.version, text: 'I have not seen that.' },
    });
    expect(stale.status).toBe(409);
  });

  it('tell whom they still concern what is new, and are over once they are', async () => {
    const { body } = await publish();
    await answer(carl, body.id, shop, 'not-affected');
    told();
    const moved = await update(body.id, {
      status: 'resolved',
      text: 'All nodes are back.',
    });
    expect(moved.body).toMatchObject({
      status: 'resolved',
      endedAt: expect.any(String),
    });
    expect(moved.body.nextUpdateDueAt).toBeUndefined();
    await plugin.tellOfNotices();
    expect(told().map(([person]) => person)).toEqual([sue]);
    expect(await concerning(sue, site)).toEqual([]);
    expect((await answer(sue, body.id, site, 'seen')).status).toBe(409);
    const [newest, first] = moved.body.updates;
    expect([newest.text, first.text]).toEqual([
      'All nodes are back.',
      'One of three nodes is down.',
    ]);
  });

  it('never lose what was said: corrections point at it, and a key counts once', async () => {
    const { body } = await publish();
    const wrong = body.updates[0].id;
    const say = () =>
      plugin.call(olga, noticeRoutes.updateNotice, {
        params: { id: body.id },
        body: { version: 1, text: 'It was two of three.', corrects: wrong },
        idempotencyKey: 'once',
      });
    const [one, other] = [await say(), await say()];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body.updates.map(({ corrects }) => corrects)).toEqual([
      wrong,
      undefined,
    ]);
    const unknown = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
    expect((await update(body.id, { corrects: unknown })).status).toBe(400);
  });

  it.each([
    [{ status: 'scheduled' }, 409],
    [{ status: 'post-mortem' }, 409],
    [{ status: 'monitoring' }, 201],
    [{ status: 'withdrawn', text: 'A false alarm.' }, 201],
    [{ nextUpdateDueAt: '2020-01-01T00:00:00Z' }, 400],
    [{ changes: { from: minutesAgo(1), until: minutesAgo(2) } }, 400],
    [
      { status: 'merged', mergedInto: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10' },
      400,
    ],
  ])('take %j with %d', async (news, status) => {
    const { body } = await publish();
    expect((await update(body.id, news)).status).toBe(status);
  });

  it('go on in another one', async () => {
    const [one, other] = [
      await publish(),
      await publish({ title: 'All of it' }),
    ];
    const merged = await update(one.body.id, {
      status: 'merged',
      mergedInto: other.body.id,
    });
    expect(merged.body).toMatchObject({
      status: 'merged',
      mergedInto: other.body.id,
    });
    expect((await update(one.body.id, { status: 'identified' })).status).toBe(
      409,
    );
  });

  it('are drafts for their team alone, until they are published', async () => {
    const drafted = await plugin.call(olga, noticeRoutes.draftNotice, {
      params,
      body: { kind: 'outage', title: 'Search may be away' },
    });
    expect(drafted.status).toBe(201);
    const ofDraft = { params: { id: drafted.body.id } };
    await plugin.tellOfNotices();
    expect(told()).toEqual([]);
    const listed = async (user: string) => {
      const { body } = await plugin.call(user, noticeRoutes.listNotices, {
        params,
      });
      return [body.totalItems, body.items.length];
    };
    expect(await listed(olga)).toEqual([1, 1]);
    expect(await listed(carl)).toEqual([0, 0]);
    const asked = await plugin.call(carl, noticeRoutes.listNotices, {
      params,
      query: { state: 'draft' },
    });
    expect(asked.body).toEqual({ items: [], totalItems: 0, pageInfo: {} });
    expect(
      (await plugin.call(carl, noticeRoutes.getNotice, ofDraft)).status,
    ).toBe(404);
    expect((await update(drafted.body.id, {})).status).toBe(409);
    const published = await plugin.call(olga, noticeRoutes.publishDraft, {
      ...ofDraft,
      body: { ...outage(), version: drafted.body.version },
    });
    expect(published.body.publishedAt).toEqual(expect.any(String));
    await plugin.tellOfNotices();
    expect(told()).toHaveLength(3);
    expect(
      (await plugin.call(olga, noticeRoutes.discardDraft, ofDraft)).status,
    ).toBe(409);
    expect(
      (
        await plugin.call(olga, noticeRoutes.publishDraft, {
          ...ofDraft,
          body: { ...outage(), version: published.body.version },
        })
      ).status,
    ).toBe(409);
  });

  it('come from tools as drafts, of which the team hears and nobody else', async () => {
    const ingest = (caller: string) =>
      plugin.call(caller, noticeRoutes.ingestNotice, {
        params,
        body: { kind: 'missing-data', title: 'Fewer logs than usual' },
        idempotencyKey: 'alert-7',
      });
    expect((await ingest(olga)).status).toBe(403);
    const [one, other] = [await ingest(service), await ingest(service)];
    expect([one.status, other.body.id]).toEqual([201, one.body.id]);
    await plugin.tellOfNotices();
    const [first, ...others] = told();
    expect(others).toEqual([]);
    expect(first[0]).toContain('group:default/logs-team');
    expect(first[1]).toBe(
      'Draft of a notice on Log search: Fewer logs than usual',
    );
  });

  it('remind those who have not answered, once a day', async () => {
    const { body } = await publish();
    await answer(carl, body.id, shop, 'seen');
    told();
    const remind = () =>
      plugin.call(olga, noticeRoutes.remindOfNotice, {
        params: { id: body.id },
      });
    expect((await remind()).body).toEqual({ entities: 2 });
    expect(told().map(([person]) => person)).toEqual([sue, tom]);
    expect((await remind()).status).toBe(409);
    expect(told()).toEqual([]);
  });

  it('of maintenance begin and end by themselves', async () => {
    const { body } = await publish({
      kind: 'maintenance',
      title: 'A larger disk',
      from: new Date(Date.now() + 60_000).toISOString(),
      until: new Date(Date.now() + 120_000).toISOString(),
    });
    expect(body.status).toBe('scheduled');
    told();
    const shift = (minutes: number) => ({
      from_at: new Date(Date.now() - minutes * 60_000),
      until_at: new Date(Date.now() + (2 - minutes) * 60_000),
    });
    await knex('updates_notices').update(shift(1));
    await plugin.tellOfNotices();
    expect(told().map(([, , text]) => text)[0]).toContain(
      'It has begun, as planned.',
    );
    await knex('updates_notices').update(shift(3));
    await plugin.tellOfNotices();
    const { body: over } = await plugin.call(olga, noticeRoutes.getNotice, {
      params: { id: body.id },
    });
    expect(over).toMatchObject({
      status: 'completed',
      endedAt: expect.any(String),
    });
    expect(over.updates.map(({ status }) => status)).toEqual([
      'completed',
      'in-progress',
      'scheduled',
    ]);
  });

  it('remind their team of a promised update, once', async () => {
    await publish({
      nextUpdateDueAt: new Date(Date.now() + 4 * 60_000).toISOString(),
    });
    expect(told().map(([, title]) => title)).toContain(
      'Log search: the next update is due',
    );
    await plugin.tellOfNotices();
    expect(told()).toEqual([]);
  });

  it('that came late or left something out stand against 1.5', async () => {
    await publish({ detectedAt: minutesAgo(400) });
    const rows = await knex('maturity_evidence')
      .where({ source: 'notices', entity_ref: logs })
      .whereNull('superseded_at')
      .select('result', 'summary');
    expect(rows).toEqual([
      {
        result: 'fail',
        summary:
          'Of 1 notice in 90 days 1 came late, 7 hours after it was found',
      },
    ]);
  });
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  feedbackRoutes,
  maturityRoutes,
  roadmapRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import {
  platformProductImportExtensionPoint,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { figuresOf } from '../../__testUtils__/startRooms';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const otto = 'user:default/otto';
const carl = 'user:default/carl';
const sue = 'user:default/sue';
const stranger = 'user:default/stranger';
const logs = 'component:default/logs';
const team = 'group:default/logs-team';
const paramsOf = (name: string) => ({
  kind: 'component',
  namespace: 'default',
  name,
});
const params = paramsOf('logs');

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const round = (id: string, opensAt: string, closesAt: string) => ({
  id,
  opensAt: at(opensAt),
  closesAt: at(closesAt),
  k: 5,
  commentThreshold: 10,
});

/** A past in which something was asked for, shipped and bettered a score. */
const past: RecordImport = {
  id: 'past',
  load: async () => [],
  loadRatings: async () => ({
    rounds: [
      round('before', '2025-01-01', '2025-04-01'),
      round('after', '2025-07-01', '2025-10-01'),
    ],
    releases: [
      { roundId: 'before', good: 12 },
      { roundId: 'after', good: 32 },
    ].map(({ roundId, good }) => ({
      roundId,
      entityRef: 'component:default/old',
      figures: figuresOf({ usability: [0, 40 - good, 0, good, 0] }),
    })),
    replies: [],
    feedback: [
      {
        key: 'ticket-1',
        entityRef: 'component:default/old',
        title: 'Search by number',
        visibility: 'public',
        by: carl,
        at: at('2025-01-05'),
      },
    ],
  }),
  loadRoadmaps: async () => [
    {
      key: 'plan-1',
      entityRef: 'component:default/old',
      title: 'Search by anything',
      stage: 'shipped',
      feature: 'usability',
      feedbackKeys: ['ticket-1', 'ticket-that-is-not-there'],
      by: olga,
      at: at('2025-02-01'),
      stageSince: at('2025-05-20'),
    },
    {
      key: 'plan-0',
      entityRef: 'component:default/old',
      title: 'What shipped long ago',
      stage: 'shipped',
      by: olga,
      at: at('2019-02-01'),
    },
    {
      key: 'plan-2',
      entityRef: 'component:default/old',
      title: 'Search by nothing',
      stage: 'later',
      by: olga,
      at: at('2025-02-01'),
    },
  ],
};

const pastModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'test-past',
  register(reg) {
    reg.registerInit({
      deps: { point: platformProductImportExtensionPoint },
      async init({ point }) {
        point.addImport(past);
      },
    });
  },
});

describe.each(databases.eachSupportedId())('roadmaps on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', { title: 'Log search' }),
        serviceEntity('metrics'),
        serviceEntity('old'),
        groupEntity('logs-team', { members: ['olga', 'otto'] }),
        ...['olga', 'otto', 'carl', 'sue'].map(name => userEntity(name)),
      ],
      groups: { [olga]: [team], [otto]: [team] },
      hidden: { [stranger]: [logs] },
      denied: { [otto]: ['platform-product.feedback.manage'] },
      features: [pastModule],
    });
    plugin.sent.splice(0);
  });
  afterEach(() => plugin.stop());

  const ask = async (
    user: string,
    title: string,
    options: { visibility?: 'public' | 'team'; name?: string } = {},
  ) => {
    const { visibility = 'public', name = 'logs' } = options;
    const { body } = await plugin.call(user, feedbackRoutes.giveFeedback, {
      params: paramsOf(name),
      body: { title, visibility },
    });
    plugin.sent.splice(0);
    return body.id;
  };
  const vote = (user: string, feedbackId: string) =>
    plugin.call(user, feedbackRoutes.voteForFeedback, {
      params: { id: feedbackId },
    });
  const add = async (body: object = {}, user = olga) =>
    plugin.call(user, roadmapRoutes.addRoadmapItem, {
      params,
      body: { title: 'Keep logs for a year', stage: 'now', ...body } as never,
    });
  const get = (user: string, itemId: string) =>
    plugin.call(user, roadmapRoutes.getRoadmapItem, { params: { id: itemId } });
  const move = (
    item: { readonly id: string; readonly version: number },
    stage: 'now' | 'next' | 'later' | 'shipped',
    more: { before?: string; user?: string } = {},
  ) =>
    plugin.call(more.user ?? olga, roadmapRoutes.moveRoadmapItem, {
      params: { id: item.id },
      body: { version: item.version, stage, before: more.before },
    });
  const change = (
    item: { readonly id: string; readonly version: number },
    body: object = {},
    user = olga,
  ) =>
    plugin.call(user, roadmapRoutes.changeRoadmapItem, {
      params: { id: item.id },
      body: {
        title: 'Keep logs for a year',
        version: item.version,
        ...body,
      } as never,
    });
  const roadmap = async (user = sue, name = 'logs', query = {}) =>
    (
      await plugin.call(user, roadmapRoutes.getRoadmap, {
        params: paramsOf(name),
        query,
      })
    ).body;
  const column = async (stage: string, user = sue) =>
    (await roadmap(user)).items
      .filter(item => item.stage === stage)
      .map(({ title }) => title);
  const told = () =>
    plugin.sent
      .splice(0)
      .map(({ recipients, payload: { title, description } }) => [
        (recipients as { entityRef: string[] }).entityRef,
        title,
        description,
      ]);
  const criterion = async (criterionId: string, name = 'logs') => {
    const { body } = await plugin.call(sue, maturityRoutes.getMaturity, {
      params: paramsOf(name),
    });
    return body.levels
      .flatMap(({ criteria }) => criteria)
      .find(one => one.id === criterionId)!;
  };
  const evidence = async (criterionId: string, source: string) => {
    const found = (await criterion(criterionId)).evidence.find(
      one => one.source === source,
    );
    return [found?.result, found?.summary];
  };

  it('puts items in columns, in the order that the team gives them', async () => {
    const first = (await add({ title: 'First' })).body;
    const second = (await add({ title: 'Second' })).body;
    await add({ title: 'Third' });
    expect(await column('now')).toEqual(['First', 'Second', 'Third']);
    await move(second, 'now', { before: first.id });
    expect(await column('now')).toEqual(['Second', 'First', 'Third']);
    const moved = (await move(first, 'later')).body;
    expect(await column('now')).toEqual(['Second', 'Third']);
    expect(moved).toMatchObject({ stage: 'later', version: 2 });
    expect(+new Date(moved.stageSince)).toBeGreaterThanOrEqual(
      +new Date(first.stageSince),
    );
    await move(moved, 'now', { before: second.id });
    expect(await column('now')).toEqual(['First', 'Second', 'Third']);
  });

  it('makes one item of a request that is repeated', async () => {
    const send = (title: string) =>
      plugin.call(olga, roadmapRoutes.addRoadmapItem, {
        params,
        body: { title, stage: 'next' },
        idempotencyKey: 'once',
      });
    const [one, other] = await Promise.all([send('A plan'), send('A plan')]);
    expect(one.body.id).toBe(other.body.id);
    expect((await roadmap()).items).toHaveLength(1);
    expect((await send('Another plan')).status).toBe(409);
  });

  it('lets one of two writers win, and loses no place', async () => {
    const items = [];
    for (const title of ['Plan 1', 'Plan 2', 'Plan 3', 'Plan 4']) {
      items.push((await add({ title })).body);
    }
    const [one, two, three] = items;
    const answers = await Promise.all([
      move(one, 'next'),
      move(one, 'later'),
      change(one, { title: 'Plan 1 anew' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const others = await Promise.all([
      move(two, 'now', { before: three.id }),
      move(three, 'now', { before: two.id }),
    ]);
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
    const kept = await knex('updates_roadmap_items')
      .where({ entity_ref: logs, stage: 'now' })
      .pluck('position');
    expect(new Set(kept).size).toBe(kept.length);
    expect((await roadmap()).items).toHaveLength(4);
  });

  it('refuses a place beside what is not in the column', async () => {
    const item = (await add()).body;
    const other = (await add({ title: 'Another plan', stage: 'next' })).body;
    for (const before of [item.id, other.id, olga]) {
      const { status, text } = await move(item, 'now', { before });
      expect([status, text]).toEqual([400, expect.stringContaining('before')]);
    }
    const { status } = await move(item, 'shipped', { before: other.id });
    expect(status).toBe(400);
    expect((await get(sue, item.id)).body.version).toBe(1);
  });

  it('names feedback to those who may see it, and does not even count it for others', async () => {
    const open = await ask(carl, 'Keep logs longer');
    const secret = await ask(carl, 'Kumquat', { visibility: 'team' });
    await vote(sue, open);
    const item = (await add({ feedbackIds: [open, secret, open] })).body;
    const both = [
      { id: open, title: 'Keep logs longer' },
      { id: secret, title: 'Kumquat' },
    ];
    expect(item).toMatchObject({ feedback: both, toTell: 2 });
    expect((await get(carl, item.id)).body.feedback).toEqual(both);
    const seen = await get(sue, item.id);
    expect(seen.body.feedback).toEqual(both.slice(0, 1));
    expect(seen.body.toTell).toBeUndefined();
    expect(JSON.stringify(await roadmap())).not.toMatch(
      new RegExp(`Kumquat|${secret}`),
    );
  });

  it('refuses feedback of another service, what is not there and what is hidden', async () => {
    const elsewhere = await ask(carl, 'More metrics', { name: 'metrics' });
    const secret = await ask(carl, 'Kumquat', { visibility: 'team' });
    const nothing = '00000000-0000-4000-8000-000000000000';
    const errorOf = async (feedbackId: string, user = olga) => {
      const { status, text } = await add({ feedbackIds: [feedbackId] }, user);
      expect(text).not.toContain('Kumquat');
      return [status, JSON.parse(text).error?.message];
    };
    const refused = [400, expect.stringContaining('feedbackIds')];
    expect(await errorOf(elsewhere)).toEqual(refused);
    expect(await errorOf(secret, otto)).toEqual(refused);
    // Whether it is there can't be told.
    expect(await errorOf(secret, otto)).toEqual(await errorOf(nothing, otto));
    // Who can't see it does not take it away either.
    const item = (await add({ feedbackIds: [secret] })).body;
    await change(item, {}, otto);
    expect((await get(olga, item.id)).body.feedback).toHaveLength(1);
    await change({ ...item, version: 2 });
    expect((await get(olga, item.id)).body.feedback).toEqual([]);
  });

  it('tells who asked once that it has shipped, but for who ships it', async () => {
    const one = await ask(carl, 'Keep logs longer');
    const two = await ask(olga, 'An archive', { visibility: 'team' });
    await vote(sue, one);
    await vote(olga, one);
    const item = (
      await add({
        feedbackIds: [one, two],
        link: 'https://example.com/7',
      })
    ).body;
    expect(item.toTell).toBe(2);
    const shipped = (await move(item, 'shipped')).body;
    expect(told()).toEqual([
      [
        expect.arrayContaining([carl, sue]),
        'Log search: what you asked for has shipped',
        '“Keep logs longer”',
      ],
    ]);
    expect(shipped).toMatchObject({ stage: 'shipped', version: 2 });
    expect(shipped.shippedAt).toBe(shipped.stageSince);

    const back = (await move(shipped, 'now')).body;
    expect(back.shippedAt).toBeUndefined();
    expect(back.toTell).toBe(0);
    await vote(otto, one);
    const again = (await move(back, 'shipped', { user: otto })).body;
    expect(told()).toEqual([]);
    const late = await ask(sue, 'Something else');
    const ben = 'user:default/ben';
    await vote(ben, late);
    await change(again, { feedbackIds: [one, two, late] });
    expect(told()).toEqual([[[ben], expect.anything(), '“Something else”']]);
  });

  it('tells those, too, whose feedback goes on in another one', async () => {
    const one = await ask(carl, 'Keep logs longer');
    const two = await ask(sue, 'Logs for a year');
    const three = await ask(otto, 'Logs for ever');
    const ben = 'user:default/ben';
    await vote(ben, three);
    for (const [duplicate, duplicateOf] of [
      [three, two],
      [two, one],
    ]) {
      const { status } = await plugin.call(
        olga,
        feedbackRoutes.setFeedbackStatus,
        {
          params: { id: duplicate },
          body: { version: 1, status: 'duplicate', duplicateOf },
        },
      );
      expect(status).toBe(200);
    }
    plugin.sent.splice(0);
    const item = (await add({ feedbackIds: [one] })).body;
    expect(item.toTell).toBe(4);
    await move(item, 'shipped');
    expect(told()).toEqual([
      [
        expect.arrayContaining([ben, carl, otto, sue]),
        'Log search: what you asked for has shipped',
        '“Keep logs longer”',
      ],
    ]);
  });

  it('says of the feedback that it is done, unless somebody decided otherwise', async () => {
    const open = await ask(carl, 'Keep logs longer');
    const declined = await ask(carl, 'Keep logs forever');
    const statusOf = async (feedbackId: string) => {
      const { body } = await plugin.call(sue, feedbackRoutes.listFeedback, {
        params,
      });
      return body.items.find(one => one.id === feedbackId)!;
    };
    await plugin.call(olga, feedbackRoutes.setFeedbackStatus, {
      params: { id: declined },
      body: { version: 1, status: 'declined', note: 'Too dear.' },
    });
    const item = (
      await add({
        feedbackIds: [open, declined],
        link: 'https://example.com/7',
      })
    ).body;
    expect((await statusOf(open)).status).toBe('open');
    await move(item, 'shipped');
    expect(await statusOf(open)).toMatchObject({
      status: 'completed',
      statusNote: 'Shipped: Keep logs for a year',
      link: 'https://example.com/7',
      version: 2,
    });
    expect(await statusOf(declined)).toMatchObject({
      status: 'declined',
      statusNote: 'Too dear.',
      version: 2,
    });
  });

  it('shows drafts to the team alone, and ships none', async () => {
    const draft = (await add({ isDraft: true })).body;
    expect((await roadmap()).items).toEqual([]);
    expect((await roadmap(olga)).items).toHaveLength(1);
    expect((await get(sue, draft.id)).status).toBe(404);
    expect((await move(draft, 'shipped')).status).toBe(409);
    // What is left out stays as it is.
    const still = (await change(draft, { title: 'Kept as a draft' })).body;
    expect(still.isDraft).toBe(true);
    const shown = (await change(still, { isDraft: false })).body;
    expect(+new Date(shown.stageSince)).toBeGreaterThan(
      +new Date(draft.stageSince),
    );
    expect((await get(sue, draft.id)).status).toBe(200);
    expect((await change(shown, { isDraft: true })).status).toBe(400);
    expect((await move(shown, 'shipped')).status).toBe(200);
  });

  it('answers alike for what is hidden and what is not there', async () => {
    const item = (await add()).body;
    const { status, text } = await get(stranger, item.id);
    const nothing = '00000000-0000-4000-8000-000000000000';
    const other = await get(stranger, nothing);
    expect([status, text.replaceAll(item.id, 'id')]).toEqual([
      404,
      other.text.replaceAll(nothing, 'id'),
    ]);
    const hidden = await plugin.call(stranger, roadmapRoutes.getRoadmap, {
      params,
    });
    expect(hidden.status).toBe(404);
  });

  it('shows the last that shipped, and how many there are', async () => {
    for (const title of ['Plan 1', 'Plan 2', 'Plan 3']) {
      await move((await add({ title })).body, 'shipped');
      // No two at one millisecond.
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    const { items, totalShipped } = await roadmap(sue, 'logs', { shipped: 2 });
    expect(items.map(({ title }) => title)).toEqual(['Plan 3', 'Plan 2']);
    expect(totalShipped).toBe(3);
  });

  it('takes no more than a roadmap can show', async () => {
    await knex.batchInsert(
      'updates_roadmap_items',
      Array.from({ length: 200 }, (_, n) => ({
        id: `00000000-0000-4000-8000-${`${n}`.padStart(12, '0')}`,
        entity_ref: logs,
        title: 'One of many',
        stage: 'later',
        position: n,
        content: JSON.stringify({ cutsKtlo: false, feedbackIds: [] }),
        is_draft: false,
        stage_since: new Date(),
        created_by: olga,
        created_at: new Date(),
        idempotency_key: `${n}`,
        version: 1,
      })),
      50,
    );
    expect((await add()).status).toBe(409);
    expect((await roadmap()).items).toHaveLength(200);
  });

  it('removes an item for good, with whom it was told', async () => {
    const item = (await add({ feedbackIds: [await ask(carl, 'Archives')] }))
      .body;
    await move(item, 'shipped');
    expect(await knex('updates_roadmap_told')).toHaveLength(1);
    const { status } = await plugin.call(
      olga,
      roadmapRoutes.removeRoadmapItem,
      { params: { id: item.id } },
    );
    expect(status).toBe(204);
    expect((await get(olga, item.id)).status).toBe(404);
    expect(await knex('updates_roadmap_told')).toEqual([]);
  });

  it('is what criterion vision-roadmap asks for, but for drafts', async () => {
    await plugin.sweep();
    const judged = () => evidence('vision-roadmap', 'roadmap');
    expect(await judged()).toEqual([
      'unknown',
      'Nothing is on its roadmap here',
    ]);
    await add({ isDraft: true });
    await plugin.sweep();
    expect(await judged()).toEqual([
      'unknown',
      'Nothing is on its roadmap here',
    ]);
    await add();
    expect(await judged()).toEqual([
      'pass',
      '1 of 1 item on the roadmap moved in 90 days',
    ]);
    await knex('updates_roadmap_items').update({
      stage_since: new Date(Date.now() - 91 * 864e5),
    });
    await plugin.sweep();
    expect(await judged()).toEqual([
      'fail',
      'None of 1 item on the roadmap moved in 90 days',
    ]);
  });

  it('is traced where what shipped came from outside the team', async () => {
    const own = await ask(olga, 'What we want ourselves');
    const theirs = await ask(carl, 'What a user wants');
    await plugin.sweep();
    const judged = () => evidence('traced', 'roadmap-traces');
    // It may be kept elsewhere, of which the team can give its word.
    expect((await judged())[0]).toBe('unknown');
    await add({ title: 'What is planned' });
    expect(await judged()).toEqual([
      'fail',
      'Nothing on the roadmap shipped in 180 days',
    ]);
    await move((await add({ feedbackIds: [own] })).body, 'shipped');
    expect(await judged()).toEqual([
      'fail',
      'None of 1 item that shipped in 180 days came from users’ feedback',
    ]);
    const other = (await add({ title: 'Another', feedbackIds: [theirs] })).body;
    await move(other, 'shipped');
    expect(await judged()).toEqual([
      'pass',
      '1 of 2 items that shipped in 180 days came from users’ feedback',
    ]);
  });

  it('imports a past once, and tells whether a score has moved since', async () => {
    const { items, totalShipped } = await roadmap(sue, 'old');
    expect(totalShipped).toBe(1);
    expect(items.map(({ title }) => title)).toEqual([
      'Search by nothing',
      'Search by anything',
    ]);
    expect(items[1]).toMatchObject({
      shippedAt: '2025-05-20T00:00:00.000Z',
      feedback: [{ title: 'Search by number' }],
      moved: {
        state: 'up',
        roundId: 'after',
        change: { since: 'before', difference: 0.5 },
      },
    });
    expect(plugin.sent).toEqual([]);
    expect(await knex('updates_imported')).toHaveLength(2);
  });

  it('forgets what shipped longer ago than is configured', async () => {
    const item = (await add()).body;
    await move(item, 'shipped');
    const [task] = plugin
      .scheduled()
      .filter(one => one.id === 'platform-product-roadmap');
    const age = (days: number) =>
      knex('updates_roadmap_items')
        .where('id', item.id)
        .update({ shipped_at: new Date(Date.now() - days * 864e5) });
    await age(3 * 365 - 1);
    await task.fn(new AbortController().signal);
    expect((await get(sue, item.id)).status).toBe(200);
    await age(3 * 365 + 1);
    await task.fn(new AbortController().signal);
    expect((await get(sue, item.id)).status).toBe(404);
  });
});

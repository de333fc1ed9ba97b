import { FeedbackStatus } from '@platform-product/backstage-plugin-common';
import {
  feedbackRoutes,
  researchRoutes,
  peopleRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(120_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const team = 'group:default/logs-team';
const owner = 'user:default/olga';
const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map(n => `user:default/${n}`);
const stranger = 'user:default/stranger';

describe.each(databases.eachSupportedId())('listening on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs'),
        serviceEntity('metrics'),
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('ada'),
        userEntity('ben'),
      ],
      groups: { [owner]: [team] },
      hidden: { [stranger]: ['component:default/logs'] },
    });
    await plugin.sweep();
  });
  afterEach(() => plugin.stop());

  const give = async (
    user: string,
    body: { title: string; visibility?: 'public' | 'team' },
    idempotencyKey?: string,
  ) =>
    plugin.call(user, feedbackRoutes.giveFeedback, {
      params,
      body,
      idempotencyKey,
    });
  const list = async (user: string, query = {}) =>
    (await plugin.call(user, feedbackRoutes.listFeedback, { params, query }))
      .body;
  const move = (user: string, feedbackId: string, body: object) =>
    plugin.call(user, feedbackRoutes.setFeedbackStatus, {
      params: { id: feedbackId },
      body: { version: 1, ...(body as { status: FeedbackStatus }) },
    });
  const reply = (user: string, feedbackId: string, text: string) =>
    plugin.call(user, feedbackRoutes.replyToFeedback, {
      params: { id: feedbackId },
      body: { text },
    });
  const vote = (user: string, feedbackId: string) =>
    plugin.call(user, feedbackRoutes.voteForFeedback, {
      params: { id: feedbackId },
    });
  const resultOf = async (criterion: string) =>
    (
      await knex('maturity_evidence')
        .where({
          criterion_id: criterion,
          entity_ref: 'component:default/logs',
          superseded_at: null,
        })
        .first()
    )?.result;

  it('lets the first of two who set a status win', async () => {
    const { body: wish } = await give(ada, { title: 'Searching is slow' });
    const moves = await Promise.all([
      move(owner, wish.id, { status: 'planned' }),
      move(owner, wish.id, { status: 'declined' }),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = plugin.sent.filter(({ recipients }) =>
      JSON.stringify(recipients).includes(ada),
    );
    expect(told).toHaveLength(1);
    expect((await list(ada)).items[0]).toMatchObject({ version: 2 });
  });

  it('makes no circle of duplicates', async () => {
    const ids: string[] = [];
    for (const title of ['One wish', 'Two wishes', 'Three wishes']) {
      ids.push((await give(ada, { title })).body.id);
    }
    const duplicate = (of: number, other: number) =>
      move(owner, ids[of], { status: 'duplicate', duplicateOf: ids[other] });
    expect((await duplicate(0, 1)).status).toBe(200);
    expect((await duplicate(1, 2)).status).toBe(200);
    expect((await duplicate(2, 0)).status).toBe(400);
    expect((await duplicate(2, 2)).status).toBe(400);
  });

  it('takes feedback once, and lists the most wanted first', async () => {
    const slow = await give(ada, { title: 'Searching is slow' }, 'key-1');
    expect(slow.status).toBe(201);
    const again = await give(ada, { title: 'Searching is slow' }, 'key-1');
    expect([again.status, again.body.id]).toEqual([201, slow.body.id]);
    const other = await give(ben, { title: 'Keep logs for longer' });
    expect((await list(ada)).items.map(({ title }) => title)).toEqual([
      'Keep logs for longer',
      'Searching is slow',
    ]);
    const votes = [];
    for (const user of [ben, ben, cleo]) {
      const { status, body } = await vote(user, slow.body.id);
      votes.push([status, body.votes, body.hasMyVote]);
    }
    expect(votes).toEqual([
      [200, 1, true],
      [200, 1, true],
      [200, 2, true],
    ]);
    const seen = await list(ben);
    expect(seen.items[0]).toMatchObject({ votes: 2, hasMyVote: true });
    expect(JSON.stringify(seen)).not.toContain(cleo);
    for (const _ of ['once', 'and once more']) {
      const withdrawn = await plugin.call(ben, feedbackRoutes.withdrawVote, {
        params: { id: slow.body.id },
      });
      expect([withdrawn.status, withdrawn.body.votes]).toEqual([200, 1]);
    }
    expect((await list(ben)).items[0]).toMatchObject({
      votes: 1,
      hasMyVote: false,
    });
    const first = await list(ada, { limit: 1 });
    expect(first).toMatchObject({ totalItems: 2, counts: { open: 2 } });
    const { nextCursor: cursor } = first.pageInfo;
    const second = await list(ada, { limit: 1, cursor });
    expect(second.items[0].id).toBe(other.body.id);
    expect(second.pageInfo.nextCursor).toBeUndefined();
    const bad = await plugin.call(ada, feedbackRoutes.listFeedback, {
      params,
      query: { cursor: 'nonsense' },
    });
    expect(bad.status).toBe(400);
  });

  it('keeps what is for the team between the author and the team', async () => {
    const { body } = await give(ada, {
      title: 'Your on-call was rude',
      visibility: 'team',
    });
    for (const user of [ada, owner]) {
      expect((await list(user)).items).toHaveLength(1);
    }
    expect(await list(ben)).toMatchObject({ items: [], totalItems: 0 });
    for (const call of [vote(ben, body.id), reply(ben, body.id, 'Me, too')]) {
      expect((await call).status).toBe(404);
    }
    expect((await vote(stranger, body.id)).status).toBe(404);
  });

  it('tells the author and the voters what becomes of it', async () => {
    const { body: slow } = await give(ada, { title: 'Searching is slow' });
    await vote(ben, slow.id);
    plugin.sent.length = 0;
    expect((await move(ben, slow.id, { status: 'planned' })).status).toBe(403);
    const planned = await move(owner, slow.id, {
      status: 'planned',
      note: 'Next quarter',
      link: 'https://example.com/roadmap/7',
    });
    expect(planned.body).toMatchObject({
      status: 'planned',
      statusNote: 'Next quarter',
      link: 'https://example.com/roadmap/7',
    });
    expect(plugin.sent).toHaveLength(1);
    expect(plugin.sent[0].recipients).toEqual({
      type: 'entity',
      entityRef: [ada, ben],
    });
    await move(owner, slow.id, { status: 'planned' });
    expect(plugin.sent).toHaveLength(1);
    await reply(owner, slow.id, 'We cache more from May on.');
    await reply(ada, slow.id, 'Thank you');
    expect(plugin.sent).toHaveLength(2);
    expect((await list(ben)).items[0].replies).toEqual([
      expect.objectContaining({ by: owner, fromTeam: true }),
      expect.objectContaining({ by: ada, fromTeam: false }),
    ]);
  });

  it('knows duplicates, and nothing that is none', async () => {
    const { body: one } = await give(ada, { title: 'Searching is slow' });
    const { body: two } = await give(ben, { title: 'Search takes long' });
    const status = 'duplicate';
    expect((await move(owner, two.id, { status })).status).toBe(400);
    expect(
      (await move(owner, two.id, { status, duplicateOf: two.id })).status,
    ).toBe(400);
    expect(
      (await move(owner, two.id, { status, duplicateOf: one.id })).status,
    ).toBe(200);
    expect(
      (await move(owner, one.id, { status, duplicateOf: two.id })).status,
    ).toBe(400);
    expect(
      (await move(owner, one.id, { status: 'open', duplicateOf: two.id }))
        .status,
    ).toBe(400);
  });

  it('counts what was answered of feedback older than 30 days', async () => {
    expect(await resultOf('loop-closed')).toBe('not-applicable');
    const given = [];
    for (let n = 0; n < 4; n++) {
      given.push((await give(ada, { title: `Wish number ${n}` })).body.id);
    }
    await knex('satisfaction_feedback').update({
      created_at: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000),
    });
    for (const [n, feedbackId] of given.slice(0, 2).entries()) {
      await move(owner, feedbackId, { status: 'planned', note: `Soon ${n}` });
    }
    await move(owner, given[2], { status: 'declined' });
    expect(await resultOf('loop-closed')).toBe('fail');
    await reply(ben, given[2], 'A pity');
    expect(await resultOf('loop-closed')).toBe('fail');
    await reply(owner, given[2], 'It would cost more than it saves.');
    expect(await resultOf('loop-closed')).toBe('pass');
  });

  it('keeps a research log, of which two kinds count as listening', async () => {
    const add = (user: string, kind: string, date: string) =>
      plugin.call(user, researchRoutes.addResearch, {
        params,
        body: {
          kind: kind as 'interview',
          date,
          team: 'Checkout',
          learned: 'They build dashboards by hand, every week.',
        },
      });
    const today = new Date().toISOString().slice(0, 10);
    expect((await add(ada, 'interview', today)).status).toBe(403);
    expect((await add(owner, 'interview', '2999-01-01')).status).toBe(400);
    expect((await add(owner, 'interview', today)).status).toBe(201);
    await add(owner, 'embed', '2020-01-01');
    expect(await resultOf('listening')).toBe('fail');
    const { body } = await add(owner, 'try-out', today);
    expect(await resultOf('listening')).toBe('pass');
    const log = await plugin.call(ada, researchRoutes.listResearch, { params });
    expect(log.body).toMatchObject({
      totalItems: 3,
      recent: { interview: 1, 'try-out': 1 },
    });
    const page = async (cursor?: string) =>
      (
        await plugin.call(ada, researchRoutes.listResearch, {
          params,
          query: { limit: 2, cursor },
        })
      ).body;
    const { nextCursor } = (await page()).pageInfo;
    expect(await page(nextCursor)).toMatchObject({
      items: [{ kind: 'embed' }],
      pageInfo: {},
    });
    const remove = (user: string) =>
      plugin.call(user, researchRoutes.removeResearch, {
        params: { id: body.id },
      });
    expect((await remove(ada)).status).toBe(403);
    expect((await remove(stranger)).status).toBe(404);
    expect((await remove(owner)).status).toBe(200);
    expect(await resultOf('listening')).toBe('fail');
  });

  it('keeps feedback of people who are erased, under nobody’s name', async () => {
    const { body } = await give(ada, { title: 'Searching is slow' });
    await vote(ada, body.id);
    await plugin.call(ada, peopleRoutes.eraseUser, {
      params: { userRef: ada },
    });
    const [item] = (await list(ben)).items;
    expect(item).toMatchObject({ title: 'Searching is slow', votes: 0 });
    expect(item.author).toMatch(/^user:default\/erased-/);
  });
});

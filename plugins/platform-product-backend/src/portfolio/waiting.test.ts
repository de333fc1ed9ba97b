import { WaitingScores } from '@platform-product/backstage-plugin-common';
import {
  feedbackRoutes,
  homeRoutes,
  maturityRoutes,
  reviewerRoutes,
  satisfactionRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const team = 'group:default/logs-team';
const council = 'group:default/council';
const owner = 'user:default/olga';
const manager = 'user:default/max';
const steward = 'user:default/stella';
const otherSteward = 'user:default/stan';
const carl = 'user:default/carl';
const logs = 'component:default/logs';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

describe.each(databases.eachSupportedId())('what waits on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', {
          title: 'Log search',
          owner: team,
          annotations: { 'platform-product/product-manager': manager },
        }),
        serviceEntity('hidden', { owner: team }),
        groupEntity('logs-team', { members: ['olga'] }),
        groupEntity('council', { members: ['stella'] }),
        ...['olga', 'max', 'stella', 'carl'].map(name => userEntity(name)),
      ],
      groups: {
        [owner]: [team],
        [steward]: [council],
        [otherSteward]: [council],
      },
      hidden: {
        [owner]: ['component:default/hidden'],
        [steward]: ['component:default/hidden'],
      },
      config: { stewards: [council] },
    });
    await plugin.sweep();
    await plugin.releaseRatings();
  });
  afterEach(() => plugin.stop());

  const waiting = async (user: string) =>
    (await plugin.call(user, homeRoutes.getHome, {})).body.waiting;
  const kinds = async (user: string) =>
    (await waiting(user)).items.map(({ kind }) => kind);
  const request = (criterionId = 'guide', by = owner, days = 20) =>
    plugin.call(by, maturityRoutes.requestWaiver, {
      params,
      body: {
        criterionId,
        reason: 'The storage moves.',
        expiresAt: inDays(days),
      },
    });
  const decide = (waiver: string, decision: 'approved' | 'denied') =>
    plugin.call(steward, maturityRoutes.decideWaiver, {
      params: { id: waiver },
      body: { decision, note: 'Not yet.' },
    });
  const takeBack = (waiver: string, by = steward) =>
    plugin.call(by, maturityRoutes.takeBackDecision, {
      params: { id: waiver },
    });

  it('is a waiver, for stewards alone, until one has decided', async () => {
    const { body } = await request();
    // Of a service that the steward may not read.
    await knex('maturity_waivers').insert({
      ...(await knex('maturity_waivers').first()),
      id: '00000000-0000-4000-8000-000000000001',
      entity_ref: 'component:default/hidden',
      idempotency_key: 'x',
    });
    expect(await waiting(steward)).toEqual({
      items: [
        {
          kind: 'waiver',
          entityRef: logs,
          title: 'Log search',
          at: body.requestedAt,
          waiver: body,
          criterion: expect.stringMatching(/^The contribution guide says/),
        },
      ],
      counts: { waiver: 1 },
      totalItems: 1,
    });
    for (const other of [owner, manager, carl]) {
      expect(await kinds(other)).toEqual([]);
    }
    await decide(body.id, 'denied');
    expect(await kinds(steward)).toEqual([]);
  });

  it('waits again where the decision was taken back', async () => {
    const { body } = await request();
    expect((await takeBack(body.id)).status).toBe(409);
    await decide(body.id, 'approved');
    // Not by another one, who may decide as well.
    expect((await takeBack(body.id, otherSteward)).status).toBe(409);
    plugin.sent.length = 0;
    const takenBack = await takeBack(body.id);
    expect(takenBack.status).toBe(200);
    expect(takenBack.body).toEqual(body);
    expect(await kinds(steward)).toEqual(['waiver']);
    await plugin.deliverNotifications();
    expect(plugin.sent.map(({ payload }) => payload.title)).toEqual([
      'Your waiver for Log search is under review again',
    ]);
    // A minute later it stands.
    await decide(body.id, 'denied');
    const longAgo = new Date(Date.now() - 61_000);
    await knex('maturity_waivers').update({ decided_at: longAgo });
    expect((await takeBack(body.id)).status).toBe(409);
    // And what has been asked for since is not to be decided twice.
    await knex('maturity_waivers').update({
      decided_at: new Date(),
      reason: 'Another reason.',
    });
    expect((await request()).status).toBe(201);
    expect((await takeBack(body.id)).status).toBe(409);
  });

  it('is no waiver that is not needed any more', async () => {
    await request('workload');
    expect(await kinds(steward)).toEqual(['waiver']);
    await plugin.call(owner, maturityRoutes.attest, {
      params,
      body: {
        criterionId: 'workload',
        statement: 'The share is 30 percent.',
        expiresAt: inDays(20),
      },
    });
    expect(await kinds(steward)).toEqual([]);
  });

  it('is not for the steward who asked for it', async () => {
    const { body } = await request();
    await knex('maturity_waivers').update({ requested_by: steward });
    expect(await kinds(steward)).toEqual([]);
    expect((await decide(body.id, 'approved')).status).toBe(403);
  });

  it('is, for its team, a waiver that ends within two weeks, which is told once', async () => {
    const { body } = await request('guide', owner, 10);
    await decide(body.id, 'approved');
    const later = await request('asked', owner, 15);
    await decide(later.body.id, 'approved');
    for (const member of [owner, manager]) {
      expect(await waiting(member)).toMatchObject({
        items: [{ kind: 'waiver-ends', waiver: { id: body.id } }],
        totalItems: 1,
      });
    }
    expect(await kinds(carl)).toEqual([]);
    await plugin.deliverNotifications();
    plugin.sent.length = 0;
    await plugin.tellOfEndingWaivers();
    await plugin.tellOfEndingWaivers();
    await plugin.deliverNotifications();
    expect(
      plugin.sent.map(({ recipients, payload }) => [recipients, payload.title]),
    ).toEqual([
      [
        { type: 'entity', entityRef: [team, manager] },
        expect.stringMatching(/^A waiver of Log search ends on /),
      ],
    ]);
  });

  it('is feedback that nobody of the team has answered', async () => {
    const give = (title: string, visibility: 'public' | 'team') =>
      plugin.call(carl, feedbackRoutes.giveFeedback, {
        params,
        body: { title, visibility },
      });
    const { body: first } = await give('Keep logs longer', 'public');
    const { body: second } = await give('Faster search', 'team');
    await plugin.deliverNotifications();
    expect(
      plugin.sent.map(({ recipients, payload }) => [
        recipients,
        payload.topic,
        payload.title,
        payload.description,
      ]),
    ).toEqual(
      // What is for the team alone is not for all who are told.
      [first.title, ''].map(title => [
        { type: 'entity', entityRef: [owner, manager] },
        'New feedback',
        'New feedback on Log search',
        title,
      ]),
    );
    for (const member of [owner, manager]) {
      expect((await waiting(member)).counts).toEqual({ feedback: 2 });
    }
    expect(await kinds(carl)).toEqual([]);
    const reply = (by: string) =>
      plugin.call(by, feedbackRoutes.replyToFeedback, {
        params: { id: first.id },
        body: { text: 'For how long?' },
      });
    await reply(carl);
    expect((await waiting(owner)).totalItems).toBe(2);
    await reply(owner);
    const move = (feedbackId: string, version: number, note?: string) =>
      plugin.call(owner, feedbackRoutes.setFeedbackStatus, {
        params: { id: feedbackId },
        body: { version, status: 'declined', note },
      });
    // It takes a status and a word.
    expect((await waiting(owner)).totalItems).toBe(2);
    await move(first.id, 1);
    await move(second.id, 1);
    expect((await waiting(owner)).items).toMatchObject([
      {
        kind: 'feedback',
        feedback: { id: second.id, status: 'declined', hasMyVote: false },
      },
    ]);
    await move(second.id, 2, 'It is fast enough.');
    expect(await kinds(owner)).toEqual([]);
  });

  it('is a request, an invitation and an offer, for the other side', async () => {
    const put = (by: string, userRef: string) =>
      plugin.call(by, reviewerRoutes.putReviewer, {
        params: { ...params, userRef },
        body: { role: 'reviewer' as const, paths: [] },
      });
    await put(owner, carl);
    expect(await waiting(carl)).toMatchObject({
      items: [
        { kind: 'invitation', userRef: carl, terms: { role: 'reviewer' } },
      ],
    });
    expect(await kinds(owner)).toEqual([]);
    await put(carl, carl);
    expect(await kinds(carl)).toEqual([]);
    await put(steward, steward);
    for (const member of [owner, manager]) {
      expect(await waiting(member)).toMatchObject({
        items: [{ kind: 'offer', userRef: steward }],
        totalItems: 1,
      });
    }
    expect(await kinds(steward)).toEqual([]);
    const asked = await plugin.call(owner, reviewerRoutes.requestReview, {
      params,
      body: { reviewer: carl, paths: ['charts/values.yaml'] },
    });
    expect(await waiting(carl)).toMatchObject({
      items: [{ kind: 'review', request: { id: asked.body.id } }],
    });
    await plugin.call(carl, reviewerRoutes.acceptReviewRequest, {
      params: { id: asked.body.id },
    });
    expect(await kinds(carl)).toEqual([]);
  });

  it('is scores that the team has not answered', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await plugin.call(
        `user:default/${name}`,
        satisfactionRoutes.putMyAnswer,
        {
          params,
          body: { ratings: { leverage: 4 } },
        },
      );
    }
    await plugin.releaseRatings();
    const { items } = await waiting(manager);
    expect(items).toMatchObject([{ kind: 'scores', entityRef: logs }]);
    const { roundId } = items[0] as WaitingScores;
    await plugin.call(manager, satisfactionRoutes.replyToScores, {
      params: { ...params, roundId },
      body: { text: 'We heard you.' },
    });
    expect(await kinds(owner)).toEqual([]);
  });

  it('asks nobody for what they may not do', async () => {
    await request();
    await plugin.call(carl, feedbackRoutes.giveFeedback, {
      params,
      body: { title: 'Keep logs longer', visibility: 'public' },
    });
    plugin.permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    expect(await kinds(steward)).toEqual([]);
    expect(await kinds(owner)).toEqual([]);
  });

  it('takes as many queries and calls however much there is', async () => {
    const count = async (user: string) => {
      const { getEntitiesByRefs, queryEntities } = plugin.catalog;
      const mocks = [
        getEntitiesByRefs,
        queryEntities,
        plugin.permissions.authorize,
      ];
      mocks.forEach(mock => mock.mockClear());
      const queries: string[] = [];
      const note = ({ sql }: { sql: string }) => queries.push(sql);
      knex.on('query', note);
      await waiting(user);
      knex.removeListener('query', note);
      return [queries.length, ...mocks.map(mock => mock.mock.calls.length)];
    };
    await request();
    const give = (title: string) =>
      plugin.call(carl, feedbackRoutes.giveFeedback, {
        params,
        body: { title, visibility: 'public' },
      });
    await give('Keep logs longer');
    await plugin.deliverNotifications();
    const few = await Promise.all([await count(owner), await count(steward)]);
    for (const criterionId of ['asked', 'answered', 'listening']) {
      await request(criterionId);
    }
    for (const title of ['Faster search', 'Saved searches']) await give(title);
    await plugin.deliverNotifications();
    const many = [await count(owner), await count(steward)];
    // Whose groups are whose may be remembered by then.
    expect(
      many.flat().filter((calls, index) => calls > few.flat()[index]),
    ).toEqual([]);
  });
});

import {
  Ratings,
  RollUpGroup,
} from '@platform-product/backstage-plugin-common';
import {
  feedbackRoutes,
  portfolioRoutes,
  satisfactionRoutes as routes,
  updatesRoutes,
  peopleRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../__testUtils__/entities';
import { ServiceWorld } from '../__testUtils__/privacy/ServiceWorld';
import { dump } from '../__testUtils__/Snapshot';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';
import { linkOf } from './answers/linkOf';

jest.setTimeout(120_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const team = 'group:default/logs-team';
const owner = 'user:default/olga';
const stranger = 'user:default/stranger';
const people = Array.from({ length: 14 }, (_, n) => `user:default/person-${n}`);

const good: Ratings = {
  leverage: 5,
  usability: 4,
  reliability: 4,
  cost: 'cant-say',
  latency: 3,
};

const past = new Date(Date.now() - 1000);

describe.each(databases.eachSupportedId())('ratings on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', { system: 'system:default/observability' }),
        serviceEntity('metrics', { system: 'system:default/observability' }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: { name: 'observability', namespace: 'default' },
          relations: [{ type: 'partOf', targetRef: 'domain:default/running' }],
        },
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        ...people.map(ref => userEntity(ref.split('/')[1])),
      ],
      config: { admins: ['user:default/root'] },
      groups: { [owner]: [team] },
      hidden: { [stranger]: ['component:default/logs'] },
    });
    await plugin.releaseRatings();
  });
  afterEach(() => plugin.stop());

  const rate = (user: string, ratings: Ratings = good, comment?: string) =>
    plugin.call(user, routes.putMyAnswer, {
      params,
      body: { ratings, comment },
    });
  const rateAll = async (users: readonly string[], ratings?: Ratings) => {
    for (const user of users)
      expect((await rate(user, ratings)).status).toBe(204);
  };
  const scores = async (user = owner) =>
    (await plugin.call(user, routes.getSatisfaction, { params })).body;
  const usability = async () =>
    (await scores()).features.find(({ feature }) => feature === 'usability');
  const inviteFollower = async (user: string) => {
    await plugin.call(user, updatesRoutes.follow, { params });
    return plugin.call(owner, routes.inviteToRate, { params });
  };
  const endRound = async () => {
    await knex('satisfaction_rounds').update({ closes_at: past });
    await plugin.releaseRatings();
  };

  it('shows nothing of four answers, and a release of five', async () => {
    const unasked = await scores();
    expect(unasked.state).toBe('none');
    await rateAll(people.slice(0, 4));
    await plugin.releaseRatings();
    // Whether anybody has answered shows no more than what they said.
    expect(await scores()).toEqual(unasked);
    await inviteFollower(people[13]);
    expect(await scores()).toMatchObject({
      state: 'hidden',
      features: [{ state: 'hidden', history: [] }, {}, {}, {}, {}],
    });
    expect(JSON.stringify(await scores())).not.toMatch(/complete|counts/);

    await rateAll([people[4]]);
    expect((await scores()).state).toBe('hidden');
    await plugin.releaseRatings();
    const shown = await scores();
    expect(shown).toMatchObject({
      state: 'shown',
      scoresOf: shown.round?.id,
      participation: { complete: 5, partial: 0 },
      comments: { state: 'hidden', items: [] },
    });
    expect(shown.features).toEqual([
      expect.objectContaining({ feature: 'leverage', state: 'shown' }),
      expect.objectContaining({
        feature: 'usability',
        score: expect.objectContaining({
          n: 5,
          counts: [0, 0, 0, 5, 0],
          good: expect.objectContaining({ share: 1, high: 1 }),
        }),
      }),
      expect.objectContaining({ feature: 'reliability', state: 'shown' }),
      { feature: 'cost', state: 'hidden', history: [] },
      expect.objectContaining({ feature: 'latency', state: 'shown' }),
    ]);
  });

  it('lets people see, change and take back their own answer alone', async () => {
    const [ada, ben] = people;
    const mine = (user: string) =>
      plugin.call(user, routes.getMyAnswer, { params });
    expect((await mine(ada)).body).toMatchObject({ round: { k: 5 } });
    expect((await mine(ada)).body.answer).toBeUndefined();
    await rate(ada, { leverage: 2 }, 'Needs a manual');
    await rate(ada, { leverage: 3 });
    expect((await mine(ada)).body.answer).toEqual({ ratings: { leverage: 3 } });
    expect((await mine(ben)).body.answer).toBeUndefined();
    await plugin.call(ada, routes.withdrawMyAnswer, { params });
    await plugin.call(ada, routes.withdrawMyAnswer, { params });
    expect((await mine(ada)).body.answer).toBeUndefined();
    expect(await knex('satisfaction_answers')).toEqual([]);
  });

  it('keeps one answer of two tabs, the later one', async () => {
    const [ada] = people;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(leverage => rate(ada, { leverage })),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      204, 204, 204, 204, 204,
    ]);
    await rate(ada, { leverage: 2 });
    const rows = await knex('satisfaction_answers');
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0].ratings)).toEqual({ leverage: 2 });
  });

  it('publishes anew only what at least k people have changed', async () => {
    await rateAll(people.slice(0, 10));
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([0, 0, 0, 10, 0]);

    const worse: Ratings = { ...good, usability: 1 };
    await rateAll(people.slice(0, 4), worse);
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([0, 0, 0, 10, 0]);

    // A fifth change on something else does not help.
    await rateAll([people[4]], { ...good, leverage: 1 });
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([0, 0, 0, 10, 0]);

    await rateAll([people[4]], worse);
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([5, 0, 0, 5, 0]);

    for (const user of people.slice(0, 4)) {
      await plugin.call(user, routes.withdrawMyAnswer, { params });
    }
    await plugin.releaseRatings();
    expect((await usability())?.score?.n).toBe(10);
  });

  it('shows comments of ten answers on, in an order without time', async () => {
    for (const [index, user] of people.slice(0, 9).entries()) {
      await rate(user, good, index === 2 ? 'zebra' : undefined);
    }
    await plugin.releaseRatings();
    expect((await scores()).comments).toEqual({ state: 'hidden', items: [] });
    await rate(people[9], good, 'aardvark');
    await plugin.releaseRatings();
    const ofTen = { state: 'shown', items: ['aardvark', 'zebra'] };
    expect((await scores()).comments).toEqual(ofTen);
    // A new one could be of one of four.
    for (const user of people.slice(10, 14)) await rate(user, good, 'gnu');
    await plugin.releaseRatings();
    expect((await scores()).comments).toEqual(ofTen);
  });

  it('closes a round once, with a last release and without the secret', async () => {
    await rateAll(people.slice(0, 6));
    const [{ id: roundId }] = await knex('satisfaction_rounds');
    await knex('satisfaction_rounds').update({ closes_at: past });
    expect((await rate(people[7])).status).toBe(409);
    await Promise.all([plugin.releaseRatings(), plugin.releaseRatings()]);
    await plugin.releaseRatings();
    expect(await knex('satisfaction_answers')).toEqual([]);
    expect(await knex('satisfaction_tallies')).toEqual([]);
    expect(await knex('satisfaction_rounds')).toEqual([
      expect.objectContaining({ id: roundId, status: 'closed', secret: null }),
    ]);
    expect(await knex('satisfaction_releases')).toHaveLength(1);
    expect((await scores()).participation).toMatchObject({ complete: 6 });
    expect((await scores()).round).toBeUndefined();
  });

  it('never releases what is left over at the end', async () => {
    await rateAll(people.slice(0, 5));
    await plugin.releaseRatings();
    await rateAll(people.slice(5, 8));
    await endRound();
    expect((await scores()).participation).toMatchObject({ complete: 5 });
    expect(await knex('satisfaction_answers')).toEqual([]);
  });

  it('takes the team’s answer, which meets the criterion', async () => {
    await rateAll(people.slice(0, 5));
    await plugin.releaseRatings();
    await plugin.sweep();
    const { scoresOf = '' } = await scores();
    const body = { text: 'We heard that it is slow, and cache more.' };
    const reply = (user: string, roundId: string) =>
      plugin.call(user, routes.replyToScores, {
        params: { ...params, roundId },
        body,
      });
    expect((await reply(people[0], scoresOf)).status).toBe(403);
    expect((await reply(owner, '1999-Q1')).status).toBe(409);
    const evidence = async () =>
      (
        await knex('maturity_evidence').where({
          criterion_id: 'answered',
          entity_ref: 'component:default/logs',
          superseded_at: null,
        })
      ).map(({ result }) => result);
    expect(await evidence()).toEqual(['fail']);
    expect((await reply(owner, scoresOf)).status).toBe(200);
    expect((await scores()).reply).toMatchObject({ ...body, by: owner });
    expect(await evidence()).toEqual(['pass']);
  });

  it('adds up releases alone, of services that the reader may see', async () => {
    await rateAll(people.slice(0, 6));
    const other = { ...params, name: 'metrics' };
    for (const user of people.slice(0, 4)) {
      await plugin.call(user, routes.putMyAnswer, {
        params: other,
        body: { ratings: good },
      });
    }
    await plugin.sweep();
    await plugin.releaseRatings();
    const rollUp = async (by: RollUpGroup, user = owner) =>
      (await plugin.call(user, routes.listRollUps, { query: { by } })).body;
    expect((await rollUp('system')).items).toEqual([
      expect.objectContaining({
        name: 'system:default/observability',
        services: 1,
        features: expect.objectContaining({
          usability: expect.objectContaining({ counts: [0, 0, 0, 6, 0] }),
        }),
      }),
    ]);
    expect((await rollUp('domain')).items).toEqual([
      expect.objectContaining({ name: 'domain:default/running', services: 1 }),
    ]);
    expect((await rollUp('all')).items[0].features.cost).toBeUndefined();
    expect((await rollUp('all', stranger)).items).toEqual([]);
    expect((await rollUp('domain', stranger)).items).toEqual([]);
    const unknown = await plugin.call(owner, routes.listRollUps, {
      query: { by: 'all', round: '1999-Q1' },
    });
    expect(unknown.status).toBe(404);
  });

  it('lists services by their scores, those without any last', async () => {
    await plugin.sweep();
    const traces = 'component:default/traces';
    await knex('services').insert({
      ...(await knex('services').first()),
      entity_ref: traces,
      title: 'traces',
      sort_title: 'traces',
    });
    const figures = await knex('service_figures').where({ figure: 'level' });
    await knex('service_figures').insert({
      ...figures[0],
      entity_ref: traces,
    });
    const portfolio = async (order: 'asc' | 'desc', limit = 50) => {
      const items = [];
      let cursor: string | undefined;
      do {
        const { body } = await plugin.call(
          owner,
          portfolioRoutes.listPortfolio,
          { query: { sort: 'satisfaction', order, limit, cursor } },
        );
        items.push(...body.items);
        cursor = body.pageInfo.nextCursor;
      } while (cursor);
      return items.map(({ title, satisfaction }) => [
        title,
        satisfaction?.mean.mean,
      ]);
    };
    const unscored = ['traces', undefined];
    expect(await portfolio('desc')).toEqual([
      ['logs', undefined],
      ['metrics', undefined],
      unscored,
    ]);
    const rateAs = (name: string, ratings: Ratings) =>
      Promise.all(
        people.slice(0, 5).map(user =>
          plugin.call(user, routes.putMyAnswer, {
            params: { ...params, name },
            body: { ratings },
          }),
        ),
      );
    await rateAs('metrics', good);
    await rateAs('logs', { ...good, usability: 1 });
    await plugin.releaseRatings();
    // Each is drawn to what is usual, which is their own in the first round.
    const logs = ['logs', expect.closeTo((5 + 1 + 4 + 3) / 4)];
    const metrics = ['metrics', expect.closeTo((5 + 4 + 4 + 3) / 4)];
    for (const limit of [50, 1]) {
      expect(await portfolio('asc', limit)).toEqual([logs, metrics, unscored]);
      expect(await portfolio('desc', limit)).toEqual([metrics, logs, unscored]);
    }
    for (const [order, means] of [
      ['asc', ['3.25', '4.00', '']],
      ['desc', ['4.00', '3.25', '']],
    ] as const) {
      const csv = await plugin.call(owner, portfolioRoutes.exportPortfolio, {
        query: { sort: 'satisfaction', order },
      });
      const [names, ...lines] = csv.text
        .trimEnd()
        .split('\r\n')
        .map(line => line.split(','));
      const column = names.indexOf('satisfactionMean');
      expect(lines.map(line => line[column])).toEqual(means);
    }
  });

  it('says of how many who are known to use the service', async () => {
    for (const user of people.slice(4, 12)) {
      await plugin.call(user, updatesRoutes.follow, { params });
    }
    await rateAll(people.slice(0, 5));
    await plugin.releaseRatings();
    expect((await scores()).participation).toMatchObject({
      complete: 5,
      asked: 8,
      rate: 5 / 8,
    });
    // Not who of them; and never more than all.
    await rateAll(people.slice(5, 14));
    await plugin.releaseRatings();
    expect((await scores()).participation).toMatchObject({
      complete: 14,
      asked: 14,
      rate: 1,
    });
  });

  it('keeps counting an answer that was taken back until five can leave', async () => {
    await rateAll(people.slice(0, 10));
    await plugin.releaseRatings();
    const withdraw = (user: string) =>
      plugin.call(user, routes.withdrawMyAnswer, { params });
    await withdraw(people[0]);
    const mine = await plugin.call(people[0], routes.getMyAnswer, { params });
    expect(mine.body.answer).toBeUndefined();
    const others = ['a', 'b', 'c', 'd', 'e'].map(
      name => `user:default/${name}`,
    );
    await rateAll(others, { ...good, usability: 2 });
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([0, 5, 0, 10, 0]);
    for (const user of people.slice(1, 5)) await withdraw(user);
    await plugin.releaseRatings();
    expect((await usability())?.score?.counts).toEqual([0, 5, 0, 5, 0]);
  });

  it('lists comments as anonymous feedback, where their people want it', async () => {
    const wish = 'Keep logs for longer. We need ninety days.';
    for (const user of people.slice(0, 9)) await rate(user);
    await plugin.call(people[9], routes.putMyAnswer, {
      params,
      body: { ratings: good, comment: wish, asFeedback: true },
    });
    const feedback = async (user: string) =>
      (await plugin.call(user, feedbackRoutes.listFeedback, { params })).body
        .items;
    expect(await feedback(owner)).toEqual([]);
    await plugin.releaseRatings();
    const { closesAt } = (await scores()).round!;
    const [item] = await feedback(people[9]);
    expect(item).toMatchObject({
      title: 'Keep logs for longer.',
      text: wish,
      visibility: 'anonymous',
      at: closesAt,
      status: 'open',
      hasMyVote: false,
    });
    expect(item.author).toBeUndefined();
    expect((await scores()).comments.items).toEqual([]);

    // Nobody is told of a reply, and it is listed once.
    const told = plugin.sent.length;
    await plugin.call(owner, feedbackRoutes.replyToFeedback, {
      params: { id: item.id },
      body: { text: 'We will.' },
    });
    expect(plugin.sent).toHaveLength(told);
    await rateAll(people.slice(10, 14), { ...good, cost: 2 });
    await rate('user:default/person-14', { ...good, cost: 2 });
    await plugin.releaseRatings();
    expect((await scores()).participation?.complete).toBe(15);
    expect(await feedback(owner)).toHaveLength(1);
    expect((await feedback(owner))[0].id).toBe(item.id);
  });

  it('invites the people who use a service, each of them once', async () => {
    await plugin.stop();
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs'),
        serviceEntity('metrics'),
        serviceEntity('shop', { owner: 'group:default/shop-team' }),
        groupEntity('shop-team', { members: ['carl', 'cora'] }),
      ],
      groups: { [owner]: [team] },
    });
    await plugin.releaseRatings();
    const invite = (user: string, name = 'logs') =>
      plugin.call(user, routes.inviteToRate, { params: { ...params, name } });
    expect((await invite(people[0])).status).toBe(403);
    const decline = await plugin.call(
      'user:default/cora',
      routes.noteInvitation,
      { params: { ...params, name: 'metrics' }, body: { outcome: 'declined' } },
    );
    expect(decline.status).toBe(204);
    const answers = await Promise.all([invite(owner), invite(owner)]);
    // The same whoever was asked lately, or has declined.
    expect(answers.map(({ body }) => body)).toEqual([
      { asked: 2 },
      { asked: 2 },
    ]);
    expect((await invite(owner, 'metrics')).body).toEqual({ asked: 2 });
    expect(plugin.sent).toEqual([]);
    await plugin.makeDigests();
    await plugin.makeDigests();
    expect(
      plugin.sent.map(({ recipients, payload }) => [
        recipients.type === 'entity' && recipients.entityRef,
        payload.title,
      ]),
    ).toEqual([
      [['user:default/carl'], '2 ratings wanted'],
      [['user:default/cora'], '1 rating wanted'],
    ]);
  });

  it('lists feedback whatever is cut in it, and closes the round', async () => {
    // The title ends in the middle of what some would call a character.
    const comment = `${'x'.repeat(198)}${'🙂'.repeat(60)}`;
    for (const user of people.slice(0, 9)) await rate(user);
    await plugin.call(people[9], routes.putMyAnswer, {
      params,
      body: { ratings: good, comment, asFeedback: true },
    });
    await endRound();
    const { body } = await plugin.call(owner, feedbackRoutes.listFeedback, {
      params,
    });
    expect(body.items).toMatchObject([{ text: comment }]);
    expect(await knex('satisfaction_answers')).toEqual([]);
  });

  it('destroys answers and secret in the end, even without a last release', async () => {
    await rateAll(people.slice(0, 6));
    await knex('satisfaction_answers').update({ past: 'no JSON' });
    await endRound();
    expect(await knex('satisfaction_answers')).toHaveLength(6);
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await knex('satisfaction_rounds').update({ closing_since: longAgo });
    await plugin.releaseRatings();
    expect(await knex('satisfaction_answers')).toEqual([]);
    expect(await knex('satisfaction_rounds').first()).toMatchObject({
      status: 'closed',
      secret: null,
    });
  });

  it('forgets a person at once, and publishes nothing for it', async () => {
    await rateAll(people.slice(0, 6));
    await plugin.releaseRatings();
    const [ada, ben] = people;
    const erase = (user: string, userRef: string) =>
      plugin.call(user, peopleRoutes.eraseUser, { params: { userRef } });
    const [{ secret }] = await knex('satisfaction_rounds');
    expect(secret).toBeTruthy();
    await plugin.call(ada, routes.noteInvitation, {
      params,
      body: { outcome: 'seen' },
    });
    expect(await dump(knex)).toContain(ada);
    expect((await erase(ben, ada)).status).toBe(403);
    const before = await scores();
    expect((await erase(ada, ada)).status).toBe(200);
    expect((await erase('user:default/root', ben)).status).toBe(200);
    const rows = await knex('satisfaction_answers');
    expect(rows.filter(row => !row.is_withdrawn)).toHaveLength(4);
    // What was published is kept, so that nobody counts twice.
    const spent = rows.filter(row => row.is_withdrawn);
    expect(spent).toMatchObject([{ ratings: '{}' }, { ratings: '{}' }]);
    expect(spent.map(row => row.link).sort()).toEqual(
      [ada, ben]
        .map(userRef => linkOf(secret, userRef, 'component:default/logs'))
        .sort(),
    );
    await plugin.releaseRatings();
    expect(await scores()).toEqual(before);
    expect(await dump(knex)).not.toContain(ada);
  });

  it('counts nobody twice who is erased and rates again', async () => {
    const five = people.slice(0, 5);
    await rateAll(five);
    await plugin.releaseRatings();
    const before = await scores();
    expect(before.participation).toMatchObject({ complete: 5 });
    for (const userRef of five.slice(0, 4)) {
      await plugin.call(userRef, peopleRoutes.eraseUser, {
        params: { userRef },
      });
      await rate(userRef, { ...good, usability: 1 });
    }
    await plugin.releaseRatings();
    // Another person alone has come, and four have changed: neither may show.
    await rate(people[5], { ...good, usability: 2 });
    await plugin.releaseRatings();
    expect(await scores()).toEqual(before);
    expect(await knex('satisfaction_answers')).toHaveLength(6);
  });

  it('never tells a rating, a comment, a link or the secret', async () => {
    const comment = 'Needs a manual, says Ada';
    await rate(people[0], { ...good, leverage: 1 }, comment);
    await rate(people[0], { leverage: 7 } as never, comment);
    await rate(people[0], good, 'x'.repeat(3000));
    await rateAll(people.slice(1, 12));
    const [{ secret }] = await knex('satisfaction_rounds');
    const links = (await knex('satisfaction_answers')).map(row => row.link);
    expect(links).toHaveLength(12);
    await plugin.releaseRatings();
    await plugin.call(people[1], routes.withdrawMyAnswer, { params });
    await plugin.call(people[2], peopleRoutes.eraseUser, {
      params: { userRef: people[2] },
    });

    // A database that fails quotes what it was given.
    await knex.schema.renameTable('satisfaction_answers', 'gone');
    const failed = await rate(people[0], good, comment);
    expect(failed.status).toBe(503);
    await expect(plugin.releaseRatings()).resolves.not.toThrow();
    await knex.schema.renameTable('gone', 'satisfaction_answers');

    const all = [...plugin.told, failed.text, JSON.stringify(plugin.sent)];
    expect(all.length).toBeGreaterThan(20);
    for (const word of ['Needs a manual', 'xxx', secret, ...links]) {
      expect(all.filter(line => line.includes(word))).toEqual([]);
    }
    // A refused answer names the field; a value stands nowhere.
    const value = /(leverage|usability|reliability|cost|latency)\W*[1-7]/;
    expect(all.filter(line => value.test(line))).toEqual([]);
  });

  it('closes a round once when two backends do so at the same moment', async () => {
    await rateAll(people.slice(0, 6));
    // Long ago by the clock of these two.
    await knex('satisfaction_rounds').update({ closes_at: new Date(0) });
    const worlds = [new ServiceWorld(knex), new ServiceWorld(knex)];
    await Promise.all(worlds.map(world => world.tick()));
    expect(await knex('satisfaction_releases')).toEqual([
      expect.objectContaining({ sequence: 1 }),
    ]);
    const rounds = await knex('satisfaction_rounds').orderBy('opens_at');
    expect(rounds.filter(({ status }) => status === 'closed')).toEqual([
      expect.objectContaining({ secret: null }),
    ]);
    const closings = worlds.flatMap(({ told }) =>
      told.filter(line => line.includes('A round of ratings was closed')),
    );
    expect(closings).toHaveLength(1);
    expect(await knex('satisfaction_answers')).toEqual([]);
  });

  it('hides all of it from who may not read the service', async () => {
    const calls = [
      plugin.call(stranger, routes.getSatisfaction, { params }),
      rate(stranger),
      plugin.call(stranger, routes.inviteToRate, { params }),
    ];
    for (const { status } of await Promise.all(calls)) expect(status).toBe(404);
    expect(await knex('satisfaction_answers')).toEqual([]);
  });

  it('tells no stranger from somebody who has not answered', async () => {
    const mine = async (name: string) => {
      const { status, body } = await plugin.call(stranger, routes.getMyAnswer, {
        params: { ...params, name },
      });
      return { status, body };
    };
    const hidden = await mine(params.name);
    expect(hidden).toEqual(await mine('nothing-of-the-kind'));
    expect(hidden).toMatchObject({ status: 200, body: {} });
  });

  it('refuses what is no answer', async () => {
    for (const body of [
      {},
      { ratings: {} },
      { ratings: { leverage: 6 } },
      { ratings: { leverage: 2.5 } },
      { ratings: { beauty: 3 } },
      { ratings: { leverage: 3 }, comment: 'x'.repeat(2001) },
    ]) {
      const answer = await plugin.call(people[0], routes.putMyAnswer, {
        params,
        body: body as never,
      });
      expect(answer.status).toBe(400);
    }
  });
});

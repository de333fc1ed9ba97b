import {
  defaultAvailability,
  reviewerRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const team = 'group:default/logs-team';
const owner = 'user:default/olga';
const requester = 'user:default/carl';
const nina = 'user:default/nina';
const paul = 'user:default/paul';
const paths = ['charts/values.yaml'];

describe.each(databases.eachSupportedId())('review requests on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', { title: 'Log aggregation' }),
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        ...['carl', 'nina', 'paul'].map(name => userEntity(name)),
      ],
      groups: { [owner]: [team] },
      denied: { [paul]: ['platform-product.review.request'] },
    });
    for (const person of [nina, paul]) {
      const at = {
        params: { ...params, userRef: person },
        body: { role: 'reviewer' as const, paths: [] },
      };
      await plugin.call(owner, reviewerRoutes.putReviewer, at);
      await plugin.call(person, reviewerRoutes.putReviewer, at);
    }
    plugin.sent.length = 0;
  });

  afterEach(() => plugin.stop());

  const ask = (by: string, reviewer: string, key?: string, about = paths) =>
    plugin.call(by, reviewerRoutes.requestReview, {
      params,
      idempotencyKey: key,
      body: { reviewer, paths: about, note: 'A value was missing.' },
    });
  const answer = (
    by: string,
    requestId: string,
    what: 'accept' | 'decline' | 'complete',
  ) =>
    plugin.call(by, reviewerRoutes[`${what}ReviewRequest`], {
      params: { id: requestId },
    });
  const told = () =>
    plugin.sent.map(({ recipients, payload }) => [
      'entityRef' in recipients ? recipients.entityRef : undefined,
      payload.title,
    ]);
  const letTimePass = () =>
    knex('reviewers_requests').update({ answer_due_at: new Date(0) });

  it('notifies one person, who accepts, and tells who asked', async () => {
    const { status, body } = await ask(requester, nina);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'pending', reviewer: nina });
    expect(told()).toEqual([
      [[nina], 'You are asked to review a change of Log aggregation'],
    ]);
    expect(JSON.stringify(plugin.sent)).not.toContain('A value was missing');

    expect((await answer(paul, body.id, 'accept')).status).toBe(404);
    expect((await answer(requester, body.id, 'accept')).status).toBe(409);
    const accepted = await answer(nina, body.id, 'accept');
    expect(accepted.body).toMatchObject({ status: 'accepted' });
    expect((await answer(nina, body.id, 'accept')).status).toBe(409);
    expect((await answer(nina, body.id, 'decline')).status).toBe(409);
    expect(told()[1]).toEqual([
      [requester],
      'Your review request for Log aggregation was accepted',
    ]);
    const done = await answer(nina, body.id, 'complete');
    expect(done.body.status).toBe('completed');
    expect((await answer(nina, body.id, 'complete')).status).toBe(409);
    expect(plugin.sent).toHaveLength(2);
  });

  it('asks once when a button is pressed twice', async () => {
    const [first, second] = await Promise.all([
      ask(requester, nina, 'one-key'),
      ask(requester, nina, 'one-key'),
    ]);
    expect(second.body.id).toBe(first.body.id);
    expect(plugin.sent).toHaveLength(1);
  });

  it('is made once for a change, with whomever it is', async () => {
    expect((await ask(requester, nina)).status).toBe(201);
    for (const reviewer of [nina, paul]) {
      const again = await ask(requester, reviewer);
      expect(again.status).toBe(409);
      expect(again.text).toContain('asked for a review of this change already');
    }
    const other = await ask(requester, paul, undefined, ['docs/a.md']);
    expect(other.status).toBe(201);
  });

  it('is made once of a person for one path, and remembered by the finder', async () => {
    async function asked(user: string, path: string) {
      const { body } = await plugin.call(
        user,
        reviewerRoutes.suggestReviewers,
        { params, body: { paths: [path] } },
      );
      return body.asked.map(request => request.id);
    }
    const { body } = await ask(requester, nina, undefined, ['a.md', 'b.md']);
    expect(
      (await ask(requester, nina, undefined, ['b.md', 'c.md'])).status,
    ).toBe(409);
    expect((await ask(requester, nina, undefined, ['c.md'])).status).toBe(201);
    expect(await asked(requester, 'b.md')).toEqual([body.id]);
    expect(await asked(requester, 'd.md')).toEqual([]);
    expect(await asked(paul, 'b.md')).toEqual([]);
    await answer(nina, body.id, 'decline');
    await answer(paul, body.id, 'decline');
    expect(await asked(requester, 'b.md')).toEqual([]);
  });

  it('is passed on to nobody who wrote the change', async () => {
    const asked = await plugin.call(requester, reviewerRoutes.requestReview, {
      params,
      body: { reviewer: nina, paths: [] },
    });
    await knex('reviewers_requests').update({ author: paul });
    const declined = await answer(nina, asked.body.id, 'decline');
    expect(declined.body.status).toBe('exhausted');
    expect(JSON.stringify(plugin.sent)).not.toContain('"user:default/paul"');
  });

  it('moves on when somebody declines, until nobody is left', async () => {
    const { body } = await ask(requester, nina);
    const declined = await answer(nina, body.id, 'decline');
    expect(declined.body).toMatchObject({
      status: 'pending',
      reviewer: paul,
      asked: [
        { reviewer: nina, outcome: 'declined' },
        { reviewer: paul, outcome: 'pending' },
      ],
    });
    expect(told().slice(1)).toEqual([
      [
        [requester],
        'Your review request for Log aggregation is with somebody else now',
      ],
      [[paul], 'You are asked to review a change of Log aggregation'],
    ]);
    expect((await answer(paul, body.id, 'decline')).body).toMatchObject({
      status: 'exhausted',
    });
    expect(told()[3]).toEqual([
      [requester],
      'Nobody is left to ask for a review of Log aggregation',
    ]);
  });

  it('moves on once when nobody answers in time, even if two look', async () => {
    await ask(requester, nina);
    await plugin.passOnRequests();
    expect(plugin.sent).toHaveLength(1);
    await letTimePass();
    await Promise.all([plugin.passOnRequests(), plugin.passOnRequests()]);
    const { body } = await plugin.call(requester, reviewerRoutes.getMyReviews, {
      params: {},
    });
    expect(body.requested).toMatchObject([
      {
        reviewer: paul,
        asked: [
          { reviewer: nina, outcome: 'unanswered' },
          { reviewer: paul, outcome: 'pending' },
        ],
      },
    ]);
    expect(plugin.sent).toHaveLength(4);
  });

  it('asks nobody who can’t review', async () => {
    const save = (body: object) =>
      plugin.call(nina, reviewerRoutes.putAvailability, {
        params: {},
        body: { ...defaultAvailability, ...body },
      });
    const refusal = async (reviewer = nina) => {
      const { status, text } = await ask(requester, reviewer, undefined, [
        'other.yaml',
      ]);
      expect(status).toBe(400);
      return /\((.*)\)/.exec(text)?.[1];
    };
    expect(await refusal(owner)).toBe('not-on-roster');
    await save({ onRotation: false });
    expect(await refusal()).toBe('off-rotation');
    await save({ away: [{ from: '2000-01-01', until: '2999-01-01' }] });
    expect(await refusal()).toBe('away');
    await save({ maxOpenReviews: 1 });
    expect((await ask(requester, nina)).status).toBe(201);
    expect(await refusal()).toBe('at-capacity');
    expect((await ask(nina, nina)).status).toBe(400);
    expect((await ask(paul, nina)).status).toBe(403);
    expect(plugin.sent).toHaveLength(1);
  });

  it('lets only who asked take a request back', async () => {
    const { body } = await ask(requester, nina);
    const withdraw = (by: string) =>
      plugin.call(by, reviewerRoutes.withdrawReviewRequest, {
        params: { id: body.id },
      });
    expect((await withdraw(nina)).status).toBe(403);
    expect((await withdraw(paul)).status).toBe(404);
    expect((await withdraw(requester)).body.status).toBe('withdrawn');
    expect((await withdraw(requester)).status).toBe(409);
    const seen = await plugin.call(owner, reviewerRoutes.getReviewRequest, {
      params: { id: body.id },
    });
    expect(seen.status).toBe(404);
  });
});

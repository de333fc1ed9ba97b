import { createBackendModule } from '@backstage/backend-plugin-api';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import {
  defaultAvailability,
  maturityRoutes,
  reviewerRoutes,
  peopleRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { platformProductImportExtensionPoint } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../__testUtils__/entities';
import { MemorySource } from '../__testUtils__/generateChanges';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const team = 'group:default/logs-team';
const owner = 'user:default/olga';
/** Of the team, and may not ask for reviews. */
const mute = 'user:default/mute';
const carl = 'user:default/carl';
const nina = 'user:default/nina';
const sven = 'user:default/sven';
const paul = 'user:default/paul';
const note = 'A value was missing.';
const host = 'github.com';
const repository = 'https://github.com/northwind/logs';
const longAgo = new Date('2025-01-06T10:00:00Z');

/** A change by Nina, and one by Carl that waits for Nina. */
const changes = ['nina', 'carl'].map((login, index) => ({
  id: `${index + 1}`,
  author: { host, login },
  openedAt: longAgo,
  readyAt: longAgo,
  updatedAt: longAgo,
  paths: ['charts/values.yaml'],
  reviews: [],
  reviewRequests:
    login === 'carl'
      ? [{ reviewer: { host, login: 'nina' }, at: longAgo, isOpen: true }]
      : [],
}));

/** Brings in that Rita reviewed for `imported` before. */
const importModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'test-import',
  register(reg) {
    reg.registerInit({
      deps: { point: platformProductImportExtensionPoint },
      async init({ point }) {
        point.addImport({
          id: 'spreadsheet',
          load: async () => [],
          loadRosters: async () => ({
            rosters: [
              {
                entityRef: 'component:default/imported',
                reviewers: [
                  {
                    userRef: 'user:default/rita',
                    terms: { role: 'approver', paths: [] },
                    agreedAt: longAgo,
                  },
                ],
              },
            ],
            availability: [
              {
                userRef: 'user:default/rita',
                availability: { ...defaultAvailability, maxOpenReviews: 7 },
              },
            ],
          }),
        });
      },
    });
  },
});

describe.each(databases.eachSupportedId())('reviewer routes on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let knex: Knex;
  const hidden: Record<string, string[]> = {};

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        ...['logs', 'mesh', 'pipes', 'gone', 'sight', 'audit', 'imported'].map(
          name =>
            serviceEntity(name, {
              annotations: { 'github.com/project-slug': 'northwind/logs' },
            }),
        ),
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('sven', { groups: ['group:default/logs-squad'] }),
        {
          ...groupEntity('logs-squad', { members: ['sven'] }),
          relations: [{ type: 'childOf', targetRef: team }],
        },
        ...['carl', 'eva', 'nina', 'paul', 'rita'].map(name =>
          userEntity(name),
        ),
      ],
      groups: {
        [owner]: [team],
        [mute]: [team],
        [sven]: ['group:default/logs-squad'],
      },
      denied: { [mute]: ['platform-product.review.request'] },
      hidden,
      reviewSources: [new MemorySource(changes)],
      features: [importModule],
    });
    await plugin.syncReviews();
  });

  beforeEach(async () => {
    for (const user of Object.keys(hidden)) delete hidden[user];
    await knex('reviewers_requests').delete();
    plugin.sent.length = 0;
    plugin.told.length = 0;
  });

  afterAll(() => plugin.stop());

  const at = (name: string) => ({
    kind: 'component',
    namespace: 'default',
    name,
  });
  const put = (by: string, name: string, userRef: string, body = {}) =>
    plugin.call(by, reviewerRoutes.putReviewer, {
      params: { ...at(name), userRef },
      body: { role: 'reviewer', paths: [], ...body },
    });
  const remove = (by: string, name: string, userRef: string) =>
    plugin.call(by, reviewerRoutes.removeReviewer, {
      params: { ...at(name), userRef },
    });
  async function enlist(name: string, ...people: readonly string[]) {
    for (const person of people) {
      await put(owner, name, person);
      await put(person, name, person);
    }
    plugin.sent.length = 0;
    plugin.told.length = 0;
  }
  const ask = (by: string, name: string, reviewer: string, body = {}) =>
    plugin.call(by, reviewerRoutes.requestReview, {
      params: at(name),
      body: { reviewer, paths: ['charts/values.yaml'], note, ...body },
    });
  const answer = (
    by: string,
    requestId: string,
    how: 'get' | 'accept' | 'decline' | 'complete' | 'withdraw',
  ) =>
    plugin.call(by, reviewerRoutes[`${how}ReviewRequest`], {
      params: { id: requestId },
    });
  const mine = async (user: string) =>
    (await plugin.call(user, reviewerRoutes.getMyReviews, { params: {} })).body;

  describe('what is told of a write', () => {
    /** Each audit event, with what it says of the path and beside it. */
    const events = () =>
      plugin.told
        .map(text => JSON.parse(text))
        .filter(([eventId]) => /-/.test(eventId))
        .map(([eventId, meta, particulars, error]) => [
          eventId,
          error ? 'fail' : 'success',
          meta,
          particulars,
        ]);
    const service = { entityRef: 'component:default/audit' };

    it('names who was put on a roster, and who took them off', async () => {
      await put(owner, 'audit', carl, {
        role: 'approver',
        paths: ['/secret/'],
      });
      await put(nina, 'audit', carl);
      await remove(owner, 'audit', carl);
      await remove(carl, 'audit', carl);
      const path = { ...at('audit'), userRef: carl };
      expect(events()).toEqual([
        ['put-reviewer', 'success', path, { ...service, role: 'approver' }],
        ['put-reviewer', 'fail', path, { ...service, role: 'reviewer' }],
        ['remove-reviewer', 'success', path, service],
        ['remove-reviewer', 'fail', path, service],
      ]);
      expect(plugin.told.join()).not.toContain('secret');
    });

    it('names requests, and no note nor path', async () => {
      await enlist('audit', nina);
      const { body } = await ask(carl, 'audit', nina);
      await ask(carl, 'audit', paul);
      const other = await ask(carl, 'audit', nina, { paths: [] });
      await answer(nina, body.id, 'accept');
      await answer(nina, body.id, 'decline');
      await answer(nina, body.id, 'complete');
      await answer(carl, other.body.id, 'withdraw');
      const asked = { ...service, reviewer: nina };
      const one = { id: body.id };
      expect(events()).toEqual([
        ['request-review', 'success', at('audit'), asked],
        ['request-review', 'fail', at('audit'), { ...asked, reviewer: paul }],
        ['request-review', 'success', at('audit'), asked],
        ['accept-review-request', 'success', one, service],
        ['decline-review-request', 'fail', one, service],
        ['complete-review-request', 'success', one, service],
        ['withdraw-review-request', 'success', { id: other.body.id }, service],
      ]);
      expect(plugin.told.join()).not.toContain(note);
      expect(plugin.told.join()).not.toContain('values.yaml');
    });

    it('names the change of a nudge, and of an availability nothing', async () => {
      const nudge = (changeId: string) =>
        plugin.call(carl, reviewerRoutes.nudgeReviewer, {
          params: { ...at('audit'), changeId },
        });
      expect((await nudge('2')).body).toMatchObject({ turnOf: nina });
      expect((await nudge('2')).status).toBe(409);
      await plugin.call(paul, reviewerRoutes.putAvailability, {
        params: {},
        body: {
          ...defaultAvailability,
          away: [{ from: '2199-01-01', until: '2199-01-02' }],
        },
      });
      const change = { ...at('audit'), changeId: '2' };
      expect(events()).toEqual([
        ['nudge-reviewer', 'success', change, service],
        ['nudge-reviewer', 'fail', change, service],
        ['put-availability', 'success', {}, {}],
      ]);
      expect(plugin.told.join()).not.toContain('2199');
    });
  });

  it('takes people for themselves, whatever the case of their ref', async () => {
    const offered = await put(carl, 'logs', 'user:default/CARL');
    expect(offered.body).toMatchObject({ userRef: carl, status: 'offered' });
    const left = await remove(carl, 'logs', 'USER:default/Carl');
    expect(left.body).toMatchObject({ userRef: carl, status: 'gone' });
  });

  it('assesses a service anew once its roster has changed', async () => {
    const outsiders = async () => {
      const { body } = await plugin.call(carl, maturityRoutes.getMaturity, {
        params: at('pipes'),
      });
      return body.levels
        .flatMap(({ criteria }) => criteria)
        .flatMap(({ evidence }) => evidence)
        .filter(({ source }) => source === 'outside-reviewers')
        .map(({ result }) => result)[0];
    };
    await enlist('pipes', nina);
    expect(await outsiders()).toBe('fail');
    await put(owner, 'pipes', paul);
    expect(await outsiders()).toBe('fail');
    await put(paul, 'pipes', paul);
    expect(await outsiders()).toBe('pass');
    await remove(nina, 'pipes', nina);
    expect(await outsiders()).toBe('fail');
  });

  it('describes who is outside by the owners of that service', async () => {
    expect((await put(owner, 'logs', owner)).body.isOutside).toBe(false);
    expect((await put(owner, 'logs', paul)).body.isOutside).toBe(true);
    expect((await remove(owner, 'logs', owner)).body.isOutside).toBe(false);
    await remove(owner, 'logs', paul);
  });

  describe('of a service that one can’t see any more', () => {
    const logs = 'component:default/sight';
    const emptied = { paths: [], status: 'pending' };

    beforeAll(() => enlist('sight', nina, paul));

    it.each(['decline', 'complete', 'withdraw'] as const)(
      'a request can be ended by %s, and is empty',
      async how => {
        const { body } = await ask(carl, 'sight', nina, {
          changeUrl: `${repository}/pull/2`,
        });
        if (how === 'complete') await answer(nina, body.id, 'accept');
        const by = how === 'withdraw' ? carl : nina;
        hidden[by] = [logs];
        const ended = await answer(by, body.id, how);
        expect(ended.status).toBe(200);
        expect(ended.body).toMatchObject({ id: body.id, paths: [] });
        for (const secret of ['values.yaml', 'pull/2', note]) {
          expect(ended.text).not.toContain(secret);
        }
        // The others see it as before.
        const other = await answer(
          how === 'withdraw' ? nina : carl,
          body.id,
          'get',
        );
        expect(other.body).toMatchObject({
          paths: ['charts/values.yaml'],
          changeUrl: `${repository}/pull/2`,
          note,
        });
      },
    );

    it('shows all of a request to who ends it and sees the service', async () => {
      const { body } = await ask(carl, 'sight', nina);
      const ended = await answer(carl, body.id, 'withdraw');
      expect(ended.body).toMatchObject({ paths: ['charts/values.yaml'], note });
    });

    it('a request can be neither read nor accepted', async () => {
      const { body } = await ask(carl, 'sight', nina);
      hidden[nina] = [logs];
      for (const how of ['get', 'accept'] as const) {
        const refused = await answer(nina, body.id, how);
        expect(refused.status).toBe(404);
        expect(refused.text).toContain(`No review request found '${body.id}'`);
        expect(refused.text).not.toContain('sight');
      }
      delete hidden[nina];
      expect((await answer(nina, body.id, 'get')).body).toMatchObject({
        status: 'pending',
        note,
      });
    });

    it('requests are in no list, but one’s own place on its roster is', async () => {
      await ask(carl, 'sight', nina);
      await ask(nina, 'sight', paul);
      const lists = async () => {
        const { asked, requested, roster } = await mine(nina);
        return [
          asked.length,
          requested.length,
          roster.filter(({ entityRef }) => entityRef === logs).length,
        ];
      };
      expect(await lists()).toEqual([1, 1, 1]);
      hidden[nina] = [logs];
      expect(await lists()).toEqual([0, 0, 1]);
      expect((await mine(paul)).asked).toHaveLength(1);
    });

    it('one can leave, and nobody else be taken off', async () => {
      await enlist('gone', nina, paul);
      hidden[nina] = ['component:default/gone'];
      hidden[owner] = ['component:default/gone'];
      expect((await remove(owner, 'gone', paul)).status).toBe(404);
      expect((await remove(nina, 'gone', paul)).status).toBe(404);
      expect(plugin.sent).toEqual([]);
      expect((await remove(nina, 'gone', nina)).body.status).toBe('emeritus');
      expect(plugin.sent).toHaveLength(1);
      // Even when it is no service any more.
      hidden.service = ['component:default/gone'];
      hidden[paul] = ['component:default/gone'];
      expect((await remove(paul, 'gone', paul)).body.status).toBe('emeritus');
      expect(plugin.sent).toHaveLength(1);
      expect((await remove(paul, 'gone', paul)).status).toBe(404);
    });

    it('a request says the title of no service that is gone', async () => {
      await enlist('mesh', nina);
      const { body } = await ask(carl, 'mesh', nina);
      hidden.service = ['component:default/mesh'];
      hidden[nina] = ['component:default/mesh'];
      const declined = await answer(nina, body.id, 'decline');
      expect(declined.body).toMatchObject({ ...emptied, status: 'exhausted' });
      expect(declined.body.note).toBeUndefined();
    });
  });

  it('shows people their own places, with what was agreed and proposed', async () => {
    const wider = { role: 'approver' as const, paths: [] };
    await enlist('logs', paul);
    await put(owner, 'logs', paul, wider);
    expect(await mine(paul)).toMatchObject({ userRef: paul });
    const places = (await mine(paul)).roster.filter(
      ({ entityRef }) => entityRef === 'component:default/logs',
    );
    expect(places).toEqual([
      {
        entityRef: 'component:default/logs',
        status: 'active',
        agreed: { role: 'reviewer', paths: [] },
        proposed: { ...wider, by: 'owners' },
      },
    ]);
  });

  it('asks nobody to review a change of their own, as its link tells', async () => {
    await enlist('logs', nina);
    const link = { changeUrl: `${repository}/pull/1` };
    const refused = await ask(carl, 'logs', nina, link);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('(author)');
    // Nobody knows whose this is; then it is taken for that of who asks.
    const other = { changeUrl: 'https://example.com/changes/1' };
    expect((await ask(carl, 'logs', nina, other)).status).toBe(201);
    expect((await ask(nina, 'logs', nina, other)).status).toBe(400);
  });

  it('suggests whoever is asking to nobody', async () => {
    await enlist('logs', nina);
    const suggest = async (by: string) =>
      (
        await plugin.call(by, reviewerRoutes.suggestReviewers, {
          params: at('logs'),
          body: { paths: ['charts/values.yaml'] },
        })
      ).body;
    expect(
      (await suggest(carl)).suggestions.map(({ userRef }) => userRef),
    ).toContain(nina);
    expect(await suggest(nina)).toMatchObject({ author: nina });
    expect(
      (await suggest(nina)).suggestions.map(({ userRef }) => userRef),
    ).not.toContain(nina);
  });

  it('tells the team, the author and that person whose turn it is', async () => {
    const turnOf = async (user: string) => {
      const { body } = await plugin.call(user, reviewerRoutes.getReviewTimes, {
        params: at('logs'),
      });
      const item = body.overdue.find(({ changeId }) => changeId === '2');
      return [item?.isAsked, item?.turnOf];
    };
    // Sven is of a squad of the team.
    for (const user of [owner, sven, 'user:default/maya', carl, nina]) {
      expect(await turnOf(user)).toEqual([true, nina]);
    }
    expect(await turnOf(paul)).toEqual([true, undefined]);
    for (const user of [paul, mute]) {
      const nudge = await plugin.call(user, reviewerRoutes.nudgeReviewer, {
        params: { ...at('logs'), changeId: '2' },
      });
      expect(nudge.status).toBe(403);
      expect(nudge.text).not.toContain('nina');
    }
  });

  it('has rosters that a module imports, from the start', async () => {
    const { body } = await plugin.call(carl, reviewerRoutes.getRoster, {
      params: at('imported'),
    });
    expect(body.items).toMatchObject([
      {
        userRef: 'user:default/rita',
        status: 'active',
        agreed: { role: 'approver' },
        since: longAgo.toISOString(),
        maxOpenReviews: 7,
      },
    ]);
  });

  it('forgets people who are erased, and nobody else', async () => {
    const eva = 'user:default/eva';
    await enlist('logs', eva, nina);
    const save = (user: string) =>
      plugin.call(user, reviewerRoutes.putAvailability, {
        params: {},
        body: { ...defaultAvailability, maxOpenReviews: 9 },
      });
    for (const user of [eva, nina]) await save(user);
    await plugin.call(eva, peopleRoutes.eraseUser, {
      params: { userRef: eva },
    });
    expect(await mine(eva)).toMatchObject({ isDefault: true, roster: [] });
    expect((await mine(nina)).isDefault).toBe(false);
    const { body } = await plugin.call(carl, reviewerRoutes.getRoster, {
      params: at('logs'),
    });
    const names = body.items.map(({ userRef }) => userRef);
    expect(names).toContain(nina);
    expect(names).not.toContain(eva);
  });

  it('finds nothing to read or to write in what is hidden', async () => {
    hidden[carl] = ['component:default/logs'];
    const calls: Array<[AnyRouteDefinition, object?]> = [
      [reviewerRoutes.getRoster],
      [reviewerRoutes.getReviewTimes],
      [reviewerRoutes.suggestReviewers, { paths: [] }],
      [reviewerRoutes.requestReview, { reviewer: nina }],
      [reviewerRoutes.nudgeReviewer],
    ];
    for (const [route, body] of calls) {
      const { status } = await plugin.call(carl, route, {
        params: { ...at('logs'), changeId: '2' },
        body: body as never,
      });
      expect([route.operationId, status]).toEqual([route.operationId, 404]);
    }
  });
});

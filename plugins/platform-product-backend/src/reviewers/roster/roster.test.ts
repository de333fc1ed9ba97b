import { Entity } from '@backstage/catalog-model';
import {
  maturityRoutes,
  reviewerRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import {
  startTestPlugin,
  TestPluginOptions,
} from '../../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const team = 'group:default/logs-team';
const owner = 'user:default/olga';
const otherOwner = 'user:default/otto';
const manager = 'user:default/maya';
const consumer = 'user:default/carl';
const stranger = 'user:default/hidden-from';

const terms = { role: 'reviewer' as const, paths: [] };
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())('rosters on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  async function start(options: Partial<TestPluginOptions> = {}) {
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [
        serviceEntity('logs'),
        groupEntity('logs-team', { members: ['olga', 'otto'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('otto', { groups: [team] }),
        userEntity('maya'),
        userEntity('carl', { groups: ['group:default/shop-team'] }),
      ],
      groups: { [owner]: [team], [otherOwner]: [team] },
      hidden: { [stranger]: ['component:default/logs'] },
      ...options,
    });
  }

  afterEach(() => plugin.stop());

  const put = (by: string, userRef: string, body: object = terms) =>
    plugin.call(by, reviewerRoutes.putReviewer, {
      params: { ...params, userRef },
      body: body as typeof terms,
    });
  const remove = (by: string, userRef: string) =>
    plugin.call(by, reviewerRoutes.removeReviewer, {
      params: { ...params, userRef },
    });
  const roster = async (by = consumer) =>
    (await plugin.call(by, reviewerRoutes.getRoster, { params })).body;

  it('says of everybody inside the team, however deep, that they are not from outside', async () => {
    const department = 'group:default/department';
    const group = (name: string, relations: Entity['relations']): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations,
    });

    await start({
      entities: [
        serviceEntity('logs', { owner: department }),
        group('department', [{ type: 'parentOf', targetRef: team }]),
        group('logs-team', [
          { type: 'childOf', targetRef: department },
          { type: 'hasMember', targetRef: otherOwner },
        ]),
        userEntity('otto', { groups: [team] }),
        userEntity('maya'),
        userEntity('carl', { groups: ['group:default/shop-team'] }),
      ],
      groups: { [owner]: [department] },
    });
    const reviewers = [otherOwner, manager, consumer];
    for (const userRef of reviewers) {
      await put(owner, userRef);
      await put(userRef, userRef);
    }
    const outside = (
      items: ReadonlyArray<{ userRef: string; isOutside: boolean }>,
    ) => Object.fromEntries(items.map(item => [item.userRef, item.isOutside]));
    const expected = {
      [otherOwner]: false,
      [manager]: false,
      [consumer]: true,
    };
    expect(outside((await roster()).items)).toEqual(expected);
    const found = await plugin.call(owner, reviewerRoutes.suggestReviewers, {
      params,
      body: { paths: ['docs/a.md'] },
    });
    expect(outside(found.body.suggestions)).toEqual(expected);
    const { body } = await plugin.call(owner, maturityRoutes.getMaturity, {
      params,
    });
    const criterion = body.levels
      .flatMap(({ criteria }) => criteria)
      .find(({ id: name }) => name === 'outside-reviewers');
    expect(criterion).toMatchObject({
      result: 'fail',
      evidence: [{ summary: '1 active reviewer from outside the owning team' }],
    });
  });

  it('makes nobody a reviewer without consent and approval', async () => {
    await start();
    const offer = await put(consumer, consumer);
    expect(offer.status).toBe(200);
    expect(offer.body).toMatchObject({ status: 'offered', isOutside: true });
    expect(offer.body.agreed).toBeUndefined();
    expect(plugin.sent.map(({ recipients }) => recipients)).toEqual([
      { type: 'entity', entityRef: [team] },
    ]);

    // Repeating oneself, or being sure of it, is no approval.
    expect((await put(consumer, consumer)).body.status).toBe('offered');

    const approved = await put(owner, consumer);
    expect(approved.body).toMatchObject({ status: 'active', agreed: terms });
    expect(plugin.sent[2].recipients).toMatchObject({ entityRef: [consumer] });
  });

  it('waits for the consent of people who are invited', async () => {
    await start();
    expect((await put(owner, consumer)).body.status).toBe('invited');
    expect((await put(otherOwner, consumer)).body.status).toBe('invited');
    expect((await put(consumer, consumer)).body.status).toBe('active');
    expect((await roster()).items).toHaveLength(1);
  });

  it('lets nobody approve their own offer, owners neither', async () => {
    await start();
    expect((await put(owner, owner)).body.status).toBe('offered');
    expect((await put(owner, owner)).body.status).toBe('offered');
    expect((await put(otherOwner, owner)).body).toMatchObject({
      status: 'active',
      isOutside: false,
    });
  });

  it('takes wider terms as a new proposal and narrower ones at once', async () => {
    await start();
    await put(owner, consumer, { role: 'reviewer', paths: ['/charts/'] });
    await put(consumer, consumer, { role: 'reviewer', paths: ['/charts/'] });

    const wider = await put(owner, consumer, { role: 'approver', paths: [] });
    expect(wider.body).toMatchObject({
      status: 'active',
      agreed: { role: 'reviewer', paths: ['/charts/'] },
      proposed: { by: 'owners', role: 'approver' },
    });
    const other = await put(consumer, consumer, {
      role: 'approver',
      paths: ['/docs/'],
    });
    expect(other.body).toMatchObject({
      agreed: { role: 'reviewer', paths: ['/charts/'] },
      proposed: { by: 'person', role: 'approver', paths: ['/docs/'] },
    });
    const narrower = await put(owner, consumer, {
      role: 'shadow',
      paths: ['/charts/'],
      endsOn: day(30),
    });
    expect(narrower.body.agreed).toEqual({
      role: 'shadow',
      paths: ['/charts/'],
      endsOn: day(30),
    });
    expect(narrower.body.proposed).toBeUndefined();
  });

  it('remembers who left, and starts anew with them', async () => {
    await start();
    await put(owner, consumer);
    await put(consumer, consumer);
    expect((await remove(consumer, consumer)).body.status).toBe('emeritus');
    expect((await remove(consumer, consumer)).status).toBe(404);
    expect((await roster()).items).toMatchObject([{ status: 'emeritus' }]);
    expect((await put(owner, consumer)).body).toMatchObject({
      status: 'invited',
    });
    expect((await remove(owner, consumer)).body.status).toBe('emeritus');
    expect((await roster()).items).toMatchObject([{ status: 'emeritus' }]);

    await put(owner, manager);
    expect((await remove(owner, manager)).body.status).toBe('gone');
    expect((await roster()).items).toHaveLength(1);
  });

  it('asks owners or the product manager to manage it', async () => {
    await start({
      denied: { [otherOwner]: ['platform-product.roster.manage'] },
    });
    expect((await put(manager, consumer)).status).toBe(200);
    expect((await put(otherOwner, consumer)).status).toBe(403);
    expect((await put('user:default/nobody', consumer)).status).toBe(403);
    expect((await remove('user:default/nobody', consumer)).status).toBe(403);
    expect((await put(stranger, stranger)).status).toBe(404);
    expect(
      (await plugin.call(stranger, reviewerRoutes.getRoster, { params }))
        .status,
    ).toBe(404);
    expect((await roster()).items).toMatchObject([{ status: 'invited' }]);
    expect(plugin.audited).toEqual([
      'put-reviewer success',
      'put-reviewer fail',
      'put-reviewer fail',
      'remove-reviewer fail',
      'put-reviewer fail',
    ]);
  });

  it('names what is wrong with a proposal', async () => {
    await start();
    const unknown = await put(owner, 'user:default/nobody');
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain("no User 'user:default/nobody'");
    const past = await put(owner, consumer, { ...terms, endsOn: day(-1) });
    expect(past.status).toBe(400);
    expect(
      (await put(owner, consumer, { ...terms, role: 'king' })).status,
    ).toBe(400);
    expect((await put(owner, 'group:default/logs-team')).status).toBe(400);
    expect(
      (await put(owner, consumer, { ...terms, sponsor: 'user:default/nobody' }))
        .status,
    ).toBe(400);
  });

  it('keeps days away to the person, but for until when', async () => {
    await start();
    await put(owner, consumer);
    await put(consumer, consumer);
    const availability = {
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3, 4, 5],
      from: '08:00',
      until: '16:00',
      holidays: 'DE-BE',
      away: [
        { from: day(-2), until: day(3) },
        { from: day(40), until: day(50) },
      ],
      onRotation: true,
      maxOpenReviews: 2,
    };
    const saved = await plugin.call(consumer, reviewerRoutes.putAvailability, {
      params: {},
      body: availability,
    });
    expect(saved.status).toBe(200);

    const own = await plugin.call(consumer, reviewerRoutes.getMyReviews, {
      params: {},
    });
    expect(own.body.availability).toEqual(availability);
    for (const reader of [owner, manager, otherOwner]) {
      const text = JSON.stringify(await roster(reader));
      expect(text).toContain(day(3));
      for (const secret of [day(-2), day(40), day(50), 'DE-BE', '08:00']) {
        expect(text).not.toContain(secret);
      }
      const theirs = await plugin.call(reader, reviewerRoutes.getMyReviews, {
        params: {},
      });
      expect(theirs.text).not.toContain(day(40));
    }
  });

  it('lists reviewers across the services that a caller may see', async () => {
    await start();
    await put(owner, consumer);
    await put(consumer, consumer);
    await plugin.sweep();
    const list = (by: string, query = {}) =>
      plugin.call(by, reviewerRoutes.listReviewers, { params: {}, query });
    expect((await list(manager)).body).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: 'component:default/logs', userRef: consumer }],
    });
    expect((await list(manager, { text: 'CARL' })).body.totalItems).toBe(1);
    expect((await list(manager, { text: 'shop' })).body.totalItems).toBe(0);
    expect((await list(manager, { cursor: 'x' })).status).toBe(400);
    expect((await list(stranger)).body.totalItems).toBe(0);
    expect(
      (await plugin.call(stranger, reviewerRoutes.getMyReviews, { params: {} }))
        .status,
    ).toBe(200);
  });
});

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

const [olga, oskar, carl, tom, fay] = [
  'olga',
  'oskar',
  'carl',
  'tom',
  'fay',
].map(name => `user:default/${name}`);
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const [logs, shop, till] = ['logs', 'shop', 'till'].map(
  name => `component:default/${name}`,
);

/** The till uses the shop, which uses the logs. */
const entities: Entity[] = [
  serviceEntity('logs', { title: 'Log search' }),
  related(shop, {
    dependsOn: [logs],
    dependencyOf: [till],
    ownedBy: ['group:default/shop-team'],
  }),
  related(till, { dependsOn: [shop], ownedBy: ['group:default/till-team'] }),
  groupEntity('logs-team', { members: ['olga', 'oskar'] }),
  groupEntity('shop-team', { members: ['carl'] }),
  groupEntity('till-team', { members: ['tom'] }),
];

const hour = 60 * 60_000;
const inHours = (hours: number) =>
  new Date(Date.now() + hours * hour).toISOString();
const outage = { kind: 'outage', title: 'Search is away', text: 'Kumquat.' };

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
        [oskar]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
        [tom]: ['group:default/till-team'],
      },
      // One of the team may not read the till, nor its owner the shop.
      hidden: { [oskar]: [till], [tom]: [shop] },
    });
  });
  afterEach(() => plugin.stop());

  async function publish(rest: object = {}) {
    const { body } = await plugin.call(olga, noticeRoutes.publishNotice, {
      params,
      body: { ...outage, detectedAt: inHours(-0.1), ...rest } as never,
    });
    await plugin.tellOfNotices();
    return body;
  }
  const told = () =>
    plugin.sent
      .splice(0)
      .flatMap(({ recipients }) => (recipients as any).entityRef as string[])
      .sort();
  const update = async (noticeId: string, body: object) => {
    const { version } = await knex('updates_notices')
      .where('id', noticeId)
      .first('version');
    const answer = await plugin.call(olga, noticeRoutes.updateNotice, {
      params: { id: noticeId },
      body: { text: 'News.', version, ...body },
    });
    await plugin.tellOfNotices();
    return answer;
  };
  /** The next look comes at once. */
  const lookAgain = async () => {
    await knex('updates_notices').update({ reached_at: new Date(1) });
    await plugin.tellOfNotices();
  };

  it('show one of the team nothing that they may not read, but count it', async () => {
    const { id: noticeId } = await publish();
    const listFor = async (user: string) => {
      const { body } = await plugin.call(user, noticeRoutes.listNoticeAnswers, {
        params: { id: noticeId },
      });
      return [body.totalItems, body.items.map(({ entityRef }) => entityRef)];
    };
    expect(await listFor(olga)).toEqual([2, [shop, till]]);
    expect(await listFor(oskar)).toEqual([2, [shop]]);
    const previewFor = (entityRef?: string) =>
      plugin.call(oskar, noticeRoutes.previewNotice, {
        params,
        body: { notice: outage as never, entityRef },
      });
    const { body } = await previewFor();
    expect([body.entities, body.choices]).toEqual([2, [shop]]);
    expect((await previewFor(till)).status).toBe(400);
  });

  it('never call a way direct of which the reader sees a part', async () => {
    await publish();
    const { body } = await plugin.call(
      tom,
      noticeRoutes.listConcerningNotices,
      { query: { entityRef: till } },
    );
    expect(body.items).toMatchObject([
      { isDirect: false, concerned: { path: [logs, till] } },
    ]);
  });

  it('show what an owner adds to an answer to owners alone', async () => {
    const { id: noticeId } = await publish();
    await plugin.call(carl, noticeRoutes.answerNotice, {
      params: { id: noticeId },
      body: { entityRefs: [shop], answer: 'affected', note: 'Ours alone.' },
    });
    const noteFor = async (user: string) => {
      const { body } = await plugin.call(
        user,
        noticeRoutes.listConcerningNotices,
        { query: { entityRef: shop } },
      );
      return body.items.map(({ concerned }) => [
        concerned.answer,
        concerned.note,
      ]);
    };
    expect(await noteFor(carl)).toEqual([['affected', 'Ours alone.']]);
    expect(await noteFor(fay)).toEqual([['affected', undefined]]);
  });

  it('tell who follows that there is news, and not what', async () => {
    await plugin.call(fay, updatesRoutes.follow, { params });
    await publish();
    const [own] = plugin.sent.filter(({ recipients }) =>
      JSON.stringify(recipients).includes(fay),
    );
    expect(own.payload.title).toBe('News of Log search');
    expect(JSON.stringify(own)).not.toContain('Kumquat');
    expect(JSON.stringify(own)).not.toContain('Search is away');
  });

  it('tell what comes to depend on the service while they are open, once', async () => {
    await publish();
    // As if nothing had used it until now.
    for (const table of ['updates_notice_owners', 'updates_notice_reach']) {
      await knex(table).delete();
    }
    told();
    await lookAgain();
    expect(told()).toEqual([carl, tom]);
    await lookAgain();
    expect(told()).toEqual([]);
  });

  it('tell nothing to what came once they were over', async () => {
    const { id: noticeId } = await publish();
    await update(noticeId, { status: 'resolved' });
    for (const table of ['updates_notice_owners', 'updates_notice_reach']) {
      await knex(table).where('entity_ref', till).delete();
    }
    told();
    const { body } = await update(noticeId, { status: 'post-mortem' });
    expect(told()).toEqual([carl]);
    expect(body.reach).toMatchObject({ entities: 1 });
  });

  it('of maintenance go on only until a time that is to come', async () => {
    const { id: noticeId } = await publish({
      kind: 'maintenance',
      from: inHours(-2),
      until: inHours(-1),
    });
    const goOn = (changes?: object) =>
      update(noticeId, { status: 'in-progress', changes });
    expect((await goOn()).status).toBe(400);
    const { status, body } = await goOn({ until: inHours(1) });
    expect([status, body.status]).toEqual([201, 'in-progress']);
  });

  it('of tools never come back once they were thrown away', async () => {
    const ingest = () =>
      plugin.call(service, noticeRoutes.ingestNotice, {
        params,
        body: { kind: 'outage', title: 'Fewer logs than usual' },
        idempotencyKey: 'alert-7',
      });
    const { body: draft } = await ingest();
    // What the team has made of it is the same draft still.
    await plugin.call(olga, noticeRoutes.changeDraft, {
      params: { id: draft.id },
      body: { kind: 'outage', title: 'Search is slow', version: 1 },
    });
    expect((await ingest()).body).toMatchObject({
      id: draft.id,
      title: 'Search is slow',
    });
    await plugin.call(olga, noticeRoutes.discardDraft, {
      params: { id: draft.id },
    });
    plugin.sent.splice(0);
    expect((await ingest()).status).toBe(409);
    await plugin.deliverNotifications();
    expect(told()).toEqual([]);
  });

  it('that are over as they are told are kept as long as any others', async () => {
    const { endedAt } = await publish({
      status: 'resolved',
      from: inHours(-10_002),
      until: inHours(-10_000),
    });
    expect(Date.now() - Date.parse(endedAt!)).toBeLessThan(hour);
    await plugin.tellOfNotices();
    expect(await knex('updates_notices')).toHaveLength(1);
  });
});

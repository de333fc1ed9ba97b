import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { createPromptOutbox } from '../../__testUtils__/createPromptOutbox';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { readGroundConfig } from '../../config/readGroundConfig';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { GroupTree } from '../../people/GroupTree';
import { ServiceUsers } from '../../people/ServiceUsers';
import { DigestSource, ServiceNews } from '../../services/DigestSource';
import { sectionsOf } from '../../__testUtils__/sectionsOf';
import { createFollows } from '../follows/createFollows';
import { createDigests } from './createDigests';
import { DatabaseDigestStore } from './DatabaseDigestStore';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
/** A Monday at 8, from which on digests of the week are made. */
const monday = Date.parse('2026-11-23T08:00:00.000Z');
const refOf = (name: string) => `component:default/${name}`;
const [logs, metrics] = ['logs', 'metrics'].map(refOf);
const [olga, carl, cora, fay] = ['olga', 'carl', 'cora', 'fay'].map(
  name => `user:default/${name}`,
);

const entities = [
  {
    ...serviceEntity('logs', { title: 'Log <b>search</b>' }),
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/logs-team' },
      { type: 'dependencyOf', targetRef: refOf('checkout') },
    ],
  },
  serviceEntity('metrics'),
  related(refOf('checkout'), {
    dependsOn: [logs],
    ownedBy: ['group:default/shop-team'],
  }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl', 'cora'] }),
];

describe.each(databases.eachSupportedId())('digests on %s', id => {
  let knex: Knex;
  let now: number;
  let outbox: ReturnType<typeof createPromptOutbox>;
  let follows: ReturnType<typeof createFollows>['follows'];
  const source: Required<DigestSource> = {
    listNews: jest.fn(async () => []),
    listWantedRatings: jest.fn(async () => new Map()),
  };
  const has = (...news: readonly ServiceNews[]) =>
    jest.mocked(source.listNews).mockResolvedValueOnce(news);
  const wants = (wanted: Readonly<Record<string, readonly string[]>>) =>
    jest
      .mocked(source.listWantedRatings)
      .mockResolvedValueOnce(new Map(Object.entries(wanted)));
  const posted = (rest: Partial<ServiceNews> = {}): ServiceNews => ({
    entityRef: logs,
    kind: 'posts',
    audience: 'everybody',
    count: 1,
    ...rest,
  });

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    jest.clearAllMocks();
    for (const table of [
      'updates_digests',
      'updates_digest_runs',
      'updates_follows',
      'notifications_outbox',
    ]) {
      await knex(table).delete();
    }
    now = monday;
    const logger = mockServices.logger.mock();
    outbox = createPromptOutbox({ knex, logger, now: () => new Date(now) });
    ({ follows } = createFollows({
      knex,
      now: () => new Date(now),
      levels: { reassess: async () => {} },
    }));
  });

  function start() {
    const catalog = catalogServiceMock({ entities });
    const auth = mockServices.auth();
    const graph = new CatalogGraph({ catalog, auth });
    const groups = new GroupTree({ graph });
    const [{ fn }] = createDigests({
      knex,
      logger: mockServices.logger.mock(),
      now: () => new Date(now),
      groups,
      users: new ServiceUsers({ graph, groups }),
      services: new ServiceCatalog({
        catalog,
        auth,
        permissions: mockServices.permissions.mock(),
        services: readGroundConfig(sectionsOf({})).services,
      }),
      follows,
      outbox: outbox.outbox,
      config: { digest: { weekday: 1, hour: 8, timeZone: 'UTC' } },
      sources: [source],
    }).tasks;
    return { run: fn };
  }
  const run = () => start().run();
  const told = () =>
    outbox.sent
      .flatMap(({ recipients, payload }) =>
        recipients.type === 'entity'
          ? [recipients.entityRef].flat().map(to => [to, payload.title])
          : [],
      )
      .sort();

  it('tell who follows or uses a service, once, and nobody of its team', async () => {
    await follows.follow(logs, fay);
    await follows.follow(logs, olga);
    await follows.follow(logs, carl);
    has(posted({ count: 2 }), posted({ kind: 'events' }));
    await run();
    expect(told()).toEqual(
      [carl, cora, fay].map(to => [to, 'News of 1 platform']),
    );
    expect(outbox.sent[0].payload).toEqual({
      title: 'News of 1 platform',
      description: 'Log ‹b›search‹/b›: 2 posts, 1 event.',
      link: '/platform-product',
      scope: 'digest',
      topic: 'Digest',
    });
    await run();
    now += day;
    await run();
    expect(told()).toHaveLength(3);
    expect(source.listNews).toHaveBeenCalledTimes(1);
  });

  it('are for nobody where nothing is new', async () => {
    await follows.follow(logs, fay);
    await run();
    expect(outbox.sent).toEqual([]);
    expect(await knex('updates_digests')).toEqual([]);
  });

  it('tell people what is meant for them', async () => {
    await follows.follow(logs, fay);
    has(posted({ audience: 'consumers' }));
    await run();
    now += 7 * day;
    has(posted({ audience: 'followers' }));
    await run();
    expect(told()).toEqual(
      [carl, cora, fay].map(to => [to, 'News of 1 platform']),
    );
  });

  it('leave out what a follower does not want to hear of', async () => {
    await follows.follow(logs, fay);
    await follows.follow(logs, carl);
    await follows.choose(logs, fay, ['posts', 'ratings']);
    await follows.choose(logs, carl, ['posts']);
    has(posted());
    wants({ [fay]: [logs] });
    await run();
    // Somebody who uses it too, and follows it without posts, hears of none.
    expect(told()).toEqual([[cora, 'News of 1 platform']]);
  });

  it('are about the time since the last ones', async () => {
    await run();
    now += 9 * day;
    await run();
    now += 200 * day;
    await run();
    const times = jest
      .mocked(source.listNews)
      .mock.calls.map(([within]) => [
        (+within.since - monday) / day,
        (+within.until - monday) / day,
      ]);
    expect(times).toEqual([
      [-7, 0],
      [0, 7],
      [175, 203],
    ]);
  });

  it('ask for all ratings that are wanted, and then for none in 30 days', async () => {
    const both = { [fay]: [metrics, logs] };
    for (const week of [0, 1, 2, 3, 4, 5]) {
      now = monday + week * 7 * day;
      wants(both);
      await run();
    }
    expect(outbox.sent.map(({ payload }) => payload.title)).toEqual([
      '2 ratings wanted',
      '2 ratings wanted',
    ]);
    expect(outbox.sent[0].payload.description).toBe(
      'How are they for you: Log ‹b›search‹/b›, metrics? Each takes under a minute, and nothing is shown until enough people have answered.',
    );
    const digested = await knex('updates_digests').orderBy('digested_on');
    expect(
      digested.map(row => new Date(row.digested_on).toISOString()),
    ).toEqual(['2026-11-23T00:00:00.000Z', '2026-12-28T00:00:00.000Z']);
  });

  it('keep of who has answered just what they keep of who has not', async () => {
    wants({ [fay]: [], [carl]: [logs] });
    await run();
    expect(told()).toEqual([[carl, '1 rating wanted']]);
    const rows = await knex('updates_digests').orderBy('user_ref');
    expect(rows.map(row => [row.user_ref, Boolean(row.has_ratings)])).toEqual([
      [carl, true],
      [fay, true],
    ]);
    now += 7 * day;
    wants({ [fay]: [metrics], [carl]: [metrics] });
    await run();
    expect(told()).toHaveLength(1);
  });

  it('ask nobody to rate what they run', async () => {
    wants({ [olga]: [logs], [carl]: [logs] });
    await run();
    expect(told()).toEqual([[carl, '1 rating wanted']]);
  });

  it('leave out services that are gone', async () => {
    await follows.follow(refOf('gone'), fay);
    has(posted({ entityRef: refOf('gone') }));
    wants({ [fay]: [refOf('gone'), logs] });
    await run();
    expect(told()).toEqual([[fay, '1 rating wanted']]);
  });

  it('wait for a catalog that knows none of the services yet', async () => {
    has(posted({ entityRef: refOf('not-yet') }));
    await run();
    has(posted());
    await run();
    expect(told().map(([to]) => to)).toEqual([carl, cora]);
  });

  it('go on where a backend has died, and tell nobody twice', async () => {
    has(posted());
    wants({ [carl]: [metrics] });
    const store = new DatabaseDigestStore(knex);
    const until = new Date(monday);
    await store.begin(until, { first: 7 * day, longest: 7 * day });
    await store.add(
      [{ userRef: carl, hasRatings: true }],
      until,
      async () => {},
    );
    await run();
    expect(told()).toEqual([[cora, 'News of 1 platform']]);
    await run();
    expect(source.listNews).toHaveBeenCalledTimes(1);
  });

  it('are made once by two backends', async () => {
    jest.mocked(source.listNews).mockResolvedValue([posted()]);
    await Promise.all([run(), run()]);
    expect(told().map(([to]) => to)).toEqual([carl, cora]);
    jest.mocked(source.listNews).mockReset().mockResolvedValue([]);
  });
});

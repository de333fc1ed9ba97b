import { Entity } from '@backstage/catalog-model';
import {
  maturityRoutes,
  updatesRoutes,
  peopleRoutes,
  accessRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity, userEntity } from '../../__testUtils__/entities';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { createFollows } from './createFollows';

jest.setTimeout(60_000);

const paramsOf = (name: string) => ({
  kind: 'component',
  namespace: 'default',
  name,
});
const [ada, ben] = ['ada', 'ben'].map(name => `user:default/${name}`);
const denied = 'user:default/denied';
const stranger = 'user:default/stranger';

/** A service that the catalog knows no consumer of. */
function unusedService(name: string): Entity {
  const entity = serviceEntity(name);
  return {
    ...entity,
    relations: entity.relations?.filter(({ type }) => type === 'ownedBy'),
  };
}

describe.each(databases.eachSupportedId())('follows on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        unusedService('logs'),
        serviceEntity('metrics'),
        userEntity('ada'),
        userEntity('ben'),
      ],
      hidden: { [stranger]: ['component:default/logs'] },
      denied: { [denied]: ['platform-product.follow.write'] },
    });
    await plugin.sweep();
  });
  afterEach(() => plugin.stop());

  const call = (
    operation: 'getFollow' | 'follow',
    user: string,
    name = 'logs',
  ) => plugin.call(user, updatesRoutes[operation], { params: paramsOf(name) });
  const unfollow = (user: string, name = 'logs') =>
    plugin.call(user, updatesRoutes.unfollow, { params: paramsOf(name) });
  const rows = () => knex('updates_follows').orderBy('user_ref');
  const createRoom = (now: () => Date) =>
    createFollows({
      knex,
      levels: { reassess: async () => {} },
      now,
    });
  const follows = () => createRoom(() => new Date()).follows;
  const knownConsumers = async (name = 'logs') => {
    const { body } = await plugin.call(ada, maturityRoutes.getMaturity, {
      params: paramsOf(name),
    });
    return body.levels[0].criteria.find(c => c.id === 'consumers-known')!;
  };
  async function countQueries(work: () => Promise<unknown>): Promise<number> {
    let queries = 0;
    const onQuery = () => {
      queries++;
    };
    knex.on('query', onQuery);
    await work();
    knex.removeListener('query', onQuery);
    return queries;
  }

  it('are had without what somebody does not want to hear of', async () => {
    const logs = { params: paramsOf('logs') };
    const choose = (user: string, muted: readonly string[]) =>
      plugin.call(user, updatesRoutes.chooseFollowed, {
        ...logs,
        body: { muted: muted as never },
      });
    expect((await choose(ada, ['posts'])).status).toBe(409);
    await plugin.call(ada, updatesRoutes.follow, logs);
    await plugin.call(ben, updatesRoutes.follow, logs);
    const chosen = await choose(ada, ['posts', 'ratings', 'posts']);
    expect(chosen.body).toEqual({
      isFollowing: true,
      followers: 2,
      muted: ['posts', 'ratings'],
    });
    const seen = await plugin.call(ben, updatesRoutes.getFollow, logs);
    expect(seen.body.muted).toEqual([]);
    expect((await choose(ada, [])).body.muted).toEqual([]);
    expect((await choose(stranger, [])).status).toBe(404);
    expect((await choose(ada, ['everything'])).status).toBe(400);
  });

  it('counts a person once, however often they follow and stop', async () => {
    expect((await call('getFollow', ada)).body).toEqual({
      isFollowing: false,
      followers: 0,
      muted: [],
    });
    const followed = await call('follow', ada);
    expect(followed.status).toBe(200);
    expect(followed.body).toEqual({
      isFollowing: true,
      followers: 1,
      muted: [],
    });
    const kept = await rows();
    expect((await call('follow', ada)).body).toEqual(followed.body);
    expect(await rows()).toEqual(kept);
    await call('follow', ben);
    expect((await call('getFollow', ada)).body.followers).toBe(2);

    const stopped = await unfollow(ada);
    expect(stopped.status).toBe(204);
    expect((await unfollow(ada)).status).toBe(204);
    expect((await call('getFollow', ada)).body).toEqual({
      isFollowing: false,
      followers: 1,
      muted: [],
    });
    expect((await call('getFollow', ben)).body).toEqual({
      isFollowing: true,
      followers: 1,
      muted: [],
    });
  });

  it('takes two at once without counting anybody twice', async () => {
    const answers = await Promise.all(
      [ada, ada, ben].map(user => call('follow', user)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await call('getFollow', ada)).body.followers).toBe(2);
  });

  it('publishes how many follow, and nowhere who', async () => {
    await call('follow', ada);
    for (const route of [
      updatesRoutes.getFollow,
      maturityRoutes.getMaturity,
      maturityRoutes.getLevelHistory,
    ]) {
      const params = paramsOf('logs');
      const { text } = await plugin.call(ben, route, { params });
      expect(text).not.toContain('ada');
    }
  });

  it('keeps to the policy, and lets whoever follows stop', async () => {
    expect((await call('follow', denied)).status).toBe(403);
    expect(await rows()).toEqual([]);
    const access = (user: string) =>
      plugin.call(user, accessRoutes.getAccess, { params: paramsOf('logs') });
    expect((await access(denied)).body.follow).toBe(false);
    expect((await access(ada)).body.follow).toBe(true);
    await follows().follow('component:default/logs', denied);
    expect((await unfollow(denied)).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  it('is not there for those who may not read the service', async () => {
    for (const operation of ['getFollow', 'follow'] as const) {
      expect((await call(operation, stranger)).status).toBe(404);
      expect((await call(operation, ada, 'nothing')).status).toBe(404);
    }
    expect(await rows()).toEqual([]);
    // Who lost sight of it may stop all the same, and learns nothing by it.
    await follows().follow('component:default/logs', stranger);
    plugin.audited.splice(0);
    expect((await unfollow(stranger)).status).toBe(204);
    expect((await unfollow(stranger, 'nothing')).status).toBe(204);
    expect(plugin.audited).toEqual(['unfollow success', 'unfollow success']);
    expect(await rows()).toEqual([]);
    expect((await call('follow', stranger, 'metrics')).status).toBe(200);
  });

  it('leaves an audit event for every write, and none for reading', async () => {
    await call('follow', ada);
    await unfollow(ada);
    await call('getFollow', ada);
    await call('follow', denied);
    expect(plugin.audited).toEqual([
      'follow success',
      'unfollow success',
      'follow fail',
    ]);
  });

  it('knows by a follower alone that somebody uses a service', async () => {
    expect((await knownConsumers()).result).toBe('fail');
    await call('follow', ada);
    const { result, evidence } = await knownConsumers();
    expect(result).toBe('pass');
    expect(
      evidence.map(({ source, result: found }) => [source, found]).sort(),
    ).toEqual([
      ['consumers', 'fail'],
      ['followers', 'pass'],
    ]);
    await unfollow(ada);
    expect((await knownConsumers()).result).toBe('fail');
    // The catalog knows a consumer of this one.
    expect((await knownConsumers('metrics')).result).toBe('pass');
  });

  it('writes evidence when the first one comes and the last one goes', async () => {
    const found = () =>
      knex('maturity_evidence').where({
        source: 'followers',
        entity_ref: 'component:default/logs',
      });
    expect(await found()).toHaveLength(1);
    for (const user of [ada, ben]) await call('follow', user);
    await unfollow(ada);
    expect(await found()).toHaveLength(2);
    await unfollow(ben);
    expect(await found()).toHaveLength(3);
  });

  it('runs no other collector for a follower', async () => {
    const seenAt = () =>
      knex('maturity_evidence')
        .whereNot({ source: 'followers' })
        .orderBy('id')
        .pluck('last_seen_at');
    const before = await seenAt();
    await call('follow', ada);
    expect(await seenAt()).toEqual(before);
  });

  it('forgets what people follow when they are erased', async () => {
    for (const user of [ada, ben]) await call('follow', user);
    await call('follow', ada, 'metrics');
    await plugin.call(ada, peopleRoutes.eraseUser, {
      params: { userRef: ada },
    });
    expect((await rows()).map(row => row.user_ref)).toEqual([ben]);
    await plugin.sweep();
    expect((await knownConsumers()).result).toBe('pass');
    expect((await call('getFollow', ada)).body).toEqual({
      isFollowing: false,
      followers: 1,
      muted: [],
    });
  });

  it('tells other rooms who follows, by service and by person', async () => {
    let time = Date.parse('2026-11-25T10:00:00Z');
    const room = createRoom(() => new Date(time++));
    for (const [service, user] of [
      ['logs', ada],
      ['logs', ben],
      ['metrics', ada],
      ['logs', ada],
    ]) {
      await room.follows.follow(`component:default/${service}`, user);
    }
    const refs = ['logs', 'metrics', 'queues'].map(
      name => `component:default/${name}`,
    );
    expect(await room.follows.listFollowers(refs)).toEqual(
      new Map([
        [refs[0], new Set([ada, ben])],
        [refs[1], new Set([ada])],
        [refs[2], new Set()],
      ]),
    );
    expect(await room.follows.countFollowers(refs)).toEqual(
      new Map([
        [refs[0], 2],
        [refs[1], 1],
        [refs[2], 0],
      ]),
    );
    expect(await room.follows.listFollowed(ada)).toEqual([refs[1], refs[0]]);
    expect(await room.follows.listFollowed(stranger)).toEqual([]);
    // To stop concerns one person and one service.
    await room.follows.unfollow(refs[0], ada);
    expect(await room.follows.listFollowed(ada)).toEqual([refs[1]]);
    expect(await room.follows.listFollowed(ben)).toEqual([refs[0]]);
    // Who is no user follows nothing, and learns how many do.
    expect(await room.follows.get(refs[0], undefined)).toEqual({
      isFollowing: false,
      followers: 1,
      muted: [],
    });
  });

  it('tells as evidence that people follow, and not how many', async () => {
    const room = createRoom(() => new Date(0));
    const refs = Array.from(
      { length: 900 },
      (_, n) => `component:default/s${n}`,
    );
    const followed = [0, 399, 400, 899];
    for (const n of followed) await room.follows.follow(refs[n], ada);
    await room.follows.follow(refs[0], ben);
    const services = refs.map(entityRef => ({
      entityRef,
      entity: unusedService(entityRef),
    }));
    const evidence = await room.collector.collect({
      services,
      now: new Date(0),
      signal: new AbortController().signal,
    });
    expect(evidence).toEqual(
      refs.map((entityRef, n) => ({
        entityRef,
        source: 'followers',
        ...(followed.includes(n)
          ? { result: 'pass', summary: 'People follow it' }
          : { result: 'fail', summary: 'Nobody follows it' }),
      })),
    );
    const followers = await room.follows.listFollowers(refs);
    expect(
      [...followers].flatMap(([ref, people]) =>
        people.size ? [[ref, [...people].sort()]] : [],
      ),
    ).toEqual([
      [refs[0], [ada, ben]],
      ...[399, 400, 899].map(n => [refs[n], [ada]]),
    ]);
  });

  it('takes one query, however many services are asked about', async () => {
    const room = follows();
    const refs = Array.from(
      { length: 300 },
      (_, n) => `component:default/s${n}`,
    );
    for (const ref of refs) await room.follow(ref, ada);
    for (const asked of [refs.slice(0, 1), refs]) {
      expect(await countQueries(() => room.listFollowers(asked))).toBe(1);
      expect(await countQueries(() => room.countFollowers(asked))).toBe(1);
    }
    expect(await countQueries(() => room.listFollowed(ada))).toBe(1);
    expect(await countQueries(() => room.listFollowers([]))).toBe(0);
    expect(await countQueries(() => call('getFollow', ada))).toBe(2);
  });
});

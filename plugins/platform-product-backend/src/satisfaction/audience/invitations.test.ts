import { Entity } from '@backstage/catalog-model';
import { Round } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { clearRooms, startRooms } from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { toTimestamp } from '../../database/values';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
/** In the third quarter; 90 days later it is the fourth. */
const start = Date.parse('2026-09-15T10:00:00.000Z');

const roundOf = (id: string): Round => ({
  id,
  opensAt: '2026-07-01T00:00:00.000Z',
  closesAt: '2026-10-01T00:00:00.000Z',
  k: 7,
  commentThreshold: 10,
});
const third = roundOf('2026-Q3');
const fourth = roundOf('2026-Q4');

const refOf = (name: string) => `component:default/${name}`;
const userOf = (name: string) => `user:default/${name}`;
const [logs, metrics] = ['logs', 'metrics'].map(refOf);
const [carl, cora, fred, ulla] = ['carl', 'cora', 'fred', 'ulla'].map(userOf);

const ownedBy = (...owners: readonly string[]) =>
  owners.map(targetRef => ({ type: 'ownedBy', targetRef }));

/** What uses services: no service itself. */
const consumer = (name: string, ...owners: readonly string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'website' },
  relations: ownedBy(...owners),
});

/** A service that nothing depends on. */
const unused = (name: string): Entity => ({
  ...serviceEntity(name),
  relations: ownedBy('group:default/logs-team'),
});

const entities: Entity[] = [
  {
    ...serviceEntity('logs', { title: 'Log search' }),
    relations: [
      ...ownedBy('group:default/logs-team'),
      { type: 'dependencyOf', targetRef: 'component:default/shop' },
      { type: 'dependencyOf', targetRef: 'component:default/gone' },
      { type: 'dependencyOf', targetRef: 'component:default/logs' },
      { type: 'dependsOn', targetRef: 'component:default/storage' },
      { type: 'providesApi', targetRef: 'api:default/logs-api' },
    ],
  },
  serviceEntity('metrics'),
  unused('storage'),
  unused('lonely'),
  consumer('shop', 'group:default/shop-team'),
  consumer('app', 'group:default/shop-team', 'user:default/ulla'),
  consumer('other', 'user:default/otto'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'logs-api', namespace: 'default' },
    relations: [{ type: 'apiConsumedBy', targetRef: 'component:default/app' }],
  },
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl', 'cora'] }),
  userEntity('maya'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'queue',
      namespace: 'data',
      annotations: { 'platform-product/service': 'true' },
    },
    relations: [
      ...ownedBy('group:default/logs-team'),
      { type: 'dependencyOf', targetRef: 'component:default/shop' },
    ],
  },
];

describe.each(databases.eachSupportedId())('invitations on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;
  /** Those who were newly invited, each time that a service asked. */
  let told: string[][];

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    told = [];
    room = startRooms({ knex, entities, now: new Date(start).toISOString() });
  });

  const listInvited = async () => {
    const rows = await knex('satisfaction_contacts').where('is_invited', true);
    return rows.map(row => [row.user_ref, row.entity_ref, row.round_id]);
  };
  const invite = async (entityRef: string, round = third) => {
    const known = (await listInvited()).map(one => one.join(' '));
    const service = await room.getService(entityRef);
    const answer = await room.audience.invite(service, round);
    told.push(
      (await listInvited())
        .filter(one => !known.includes(one.join(' ')))
        .map(([userRef]) => userRef)
        .sort(),
    );
    return answer;
  };
  const listWanted = async () => {
    const [source] = room.digests;
    return Object.fromEntries(await source.listWantedRatings());
  };
  const note = (
    userRef: string,
    outcome: 'seen' | 'declined',
    entityRef = logs,
  ) => room.audience.note({ userRef, entityRef, roundId: third.id, outcome });

  it('go to the owners of what uses a service, their members and followers, once each', async () => {
    await room.follows.follow(logs, carl);
    await room.follows.follow(logs, fred);
    await room.follows.follow(metrics, userOf('mia'));
    expect(await invite(logs)).toEqual({ asked: 4, invited: 4 });
    // Neither the team nor those who use, or follow, something else.
    expect(told).toEqual([[carl, cora, fred, ulla]]);
    // Their digests tell them.
    expect(room.sent).toEqual([]);
  });

  it('never go to the team itself, which does not count among its users either', async () => {
    const squad: Entity = {
      ...groupEntity('logs-squad', { members: ['sara'] }),
      metadata: { name: 'logs-squad', namespace: 'default' },
    };
    const logsTeam = groupEntity('logs-team', { members: ['olga'] });
    room = startRooms({
      knex,
      now: new Date(start).toISOString(),
      entities: [
        ...entities.filter(({ metadata }) => metadata.name !== 'logs-team'),
        {
          ...logsTeam,
          relations: [
            ...logsTeam.relations!,
            { type: 'parentOf', targetRef: 'group:default/logs-squad' },
          ],
        },
        squad,
      ],
    });
    // An owner, one of a group below, and the product manager.
    for (const name of ['olga', 'sara', 'maya']) {
      await room.follows.follow(logs, userOf(name));
    }
    expect(await invite(logs)).toEqual({ asked: 3, invited: 3 });
    expect(told).toEqual([[carl, cora, ulla]]);
    expect(await room.audience.countPeople([logs])).toEqual(
      new Map([[logs, 3]]),
    );
  });

  it('are not for who has answered, which nothing but their silence tells', async () => {
    await room.runTask();
    await room.answers.save(logs, cora, { ratings: { leverage: 4 } });
    await room.answers.save(logs, ulla, { ratings: { leverage: 4 } });
    await room.answers.withdraw(logs, ulla);
    await room.answers.save(metrics, carl, { ratings: { leverage: 4 } });
    expect(await invite(logs)).toEqual({ asked: 3, invited: 3 });
    expect(await listWanted()).toEqual({
      [carl]: [logs],
      [cora]: [],
      [ulla]: [logs],
    });
    expect(
      await knex('satisfaction_contacts')
        .where({ outcome: 'invited', is_invited: true })
        .orderBy('user_ref')
        .pluck('user_ref'),
    ).toEqual([carl, cora, ulla]);
  });

  it('are for who has taken back an answer that was published', async () => {
    await room.runTask();
    const five = [carl, ...['a', 'b', 'c', 'd'].map(userOf)];
    for (const person of five) {
      await room.answers.save(logs, person, { ratings: { leverage: 4 } });
    }
    await room.runTask();
    await room.answers.withdraw(logs, carl);
    expect(
      await knex('satisfaction_answers').where('is_withdrawn', true),
    ).toHaveLength(1);
    await invite(logs);
    expect(await listWanted()).toEqual({
      [carl]: [logs],
      [cora]: [logs],
      [ulla]: [logs],
    });
  });

  it('are described by how many people of how many teams they are meant for', async () => {
    const describeOf = async (entityRef: string) =>
      room.audience.describe(await room.getService(entityRef));
    const before = await describeOf(logs);
    expect(before.people).toBe(3);
    expect(await describeOf(refOf('lonely'))).toEqual({ people: 0, teams: 0 });
    await invite(logs);
    await room.follows.follow(logs, fred);
    expect(await describeOf(logs)).toEqual({ ...before, people: 4 });
  });

  it('are for nobody where nobody is known, or all were asked', async () => {
    expect(await invite(refOf('lonely'))).toEqual({ asked: 0, invited: 0 });
    expect(await invite(logs)).toEqual({ asked: 3, invited: 3 });
    expect(await invite(logs)).toEqual({ asked: 3, invited: 0 });
  });

  it('take no turn of another service', async () => {
    expect(await invite(logs)).toEqual({ asked: 3, invited: 3 });
    expect(await invite(metrics)).toEqual({ asked: 2, invited: 2 });
    await room.runTask();
    expect(await listWanted()).toEqual({
      [carl]: [logs, metrics],
      [cora]: [logs, metrics],
      [ulla]: [logs],
    });
    await note(carl, 'declined');
    await note(cora, 'seen');
    await room.answers.save(metrics, cora, { ratings: { leverage: 4 } });
    expect(await listWanted()).toEqual({
      [carl]: [metrics],
      [cora]: [logs],
      [ulla]: [logs],
    });
  });

  it('tell who invites nothing about one person, whatever that person does', async () => {
    await room.runTask();
    const ofOne = refOf('otto-tool');
    const rate = { ratings: { leverage: 4 } } as const;
    const acts: Record<string, () => Promise<unknown>> = {
      seen: () => note(userOf('otto'), 'seen', ofOne),
      declined: () => note(userOf('otto'), 'declined', ofOne),
      rated: () => room.answers.save(ofOne, userOf('otto'), rate),
      'took it back': () => room.answers.withdraw(ofOne, userOf('otto')),
      'was asked': () => invite(ofOne),
      'was asked by others': () => invite(metrics),
    };
    room = startRooms({
      knex,
      now: new Date(start).toISOString(),
      entities: [
        ...entities,
        {
          ...serviceEntity('otto-tool'),
          relations: [
            ...ownedBy('group:default/logs-team'),
            { type: 'dependencyOf', targetRef: 'component:default/other' },
          ],
        },
      ],
    });
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 5 }),
      async done => {
        await knex('satisfaction_contacts').delete();
        await knex('satisfaction_answers').delete();
        await knex('satisfaction_invited').delete();
        for (const name of done) await acts[name]();
        const service = await room.getService(ofOne);
        expect(await room.audience.describe(service)).toEqual({
          people: 1,
          teams: 0,
        });
        // What else it answers stays in the backend.
        expect((await invite(ofOne)).asked).toBe(1);
        expect(await room.audience.listInvited([ofOne])).toEqual(
          new Map([[ofOne, new Set([third.id])]]),
        );
        expect(room.sent).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });

  it('are over with their round', async () => {
    await room.runTask();
    await invite(logs);
    room.setTime('2026-10-01T00:00:00.000Z');
    expect(await listWanted()).toEqual({});
  });

  it.each([
    ['within 90 days', fourth, 89 * day, 0],
    ['after 90 days', fourth, 90 * day, 3],
    ['in the same round', third, 180 * day, 0],
  ])(
    'ask nobody about the same service %s of being asked, but later',
    async (_, round, later, invited) => {
      await invite(logs);
      room.setTime(start + later);
      expect(await invite(logs, round)).toMatchObject({ invited });
    },
  );

  it.each(['seen', 'declined'] as const)(
    'count who has %s that a rating is wanted as asked',
    async outcome => {
      await note(carl, outcome);
      room.setTime(start + 89 * day);
      expect(await invite(logs, fourth)).toEqual({ asked: 3, invited: 2 });
      room.setTime(start + 90 * day);
      expect(await invite(logs, fourth)).toEqual({ asked: 3, invited: 1 });
      expect(told).toEqual([[cora, ulla], [carl]]);
    },
  );

  it('are forgotten by the day, but for those of the open round', async () => {
    await invite(logs);
    const contacts = async () =>
      (await knex('satisfaction_contacts')).map(row => [
        row.user_ref,
        toTimestamp(row.contacted_on),
      ]);
    const kept = await contacts();
    expect(kept.map(([, on]) => on)).toEqual(
      kept.map(() => '2026-09-15T00:00:00.000Z'),
    );
    const sameDay = new Date(start + 60_000);
    const nextDay = new Date(start + day);
    await room.audience.forget(sameDay);
    await room.audience.forget(nextDay, third.id);
    expect(await contacts()).toEqual(kept);
    await room.audience.forget(nextDay, fourth.id);
    expect(await contacts()).toEqual([]);
  });

  it('are known by service and round, whatever comes of them', async () => {
    await invite(logs);
    await note(carl, 'declined');
    await note(cora, 'declined');
    await note(ulla, 'declined');
    // Who comes by themselves was not invited.
    await note(fred, 'seen', metrics);
    room.setTime(start + 90 * day);
    await invite(logs, fourth);
    const known = await room.audience.listInvited([logs, metrics]);
    expect(known).toEqual(new Map([[logs, new Set(['2026-Q3', '2026-Q4'])]]));
    expect(await room.audience.listInvited([metrics])).toEqual(new Map());
  });

  it('tell how many use services, followers included', async () => {
    await room.follows.follow(metrics, fred);
    await room.follows.follow(metrics, carl);
    const refs = [logs, metrics, refOf('lonely'), refOf('gone')];
    expect(await room.audience.countPeople(refs)).toEqual(
      new Map([
        [logs, 3],
        [metrics, 3],
        [refOf('lonely'), 0],
      ]),
    );
  });
});

describe.each(databases.eachSupportedId())('ratings wanted on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    room = startRooms({ knex, entities, now: new Date(start).toISOString() });
  });

  const due = async (user = carl, refs = [metrics, logs]) =>
    (await room.dueRatings.list(user, refs)).items;

  it('are none while no round is open', async () => {
    expect(await room.dueRatings.list(carl, [logs])).toEqual({ items: [] });
    await room.runTask();
    expect(await due()).toHaveLength(2);
    room.setTime('2026-10-01T00:00:00.000Z');
    expect(await room.dueRatings.list(carl, [logs])).toEqual({ items: [] });
  });

  it('are those that the reader has neither given nor declined', async () => {
    await room.runTask();
    expect(await room.dueRatings.list(carl, [metrics, logs])).toEqual({
      round: {
        id: '2026-Q3',
        opensAt: '2026-07-01T00:00:00.000Z',
        closesAt: '2026-10-01T00:00:00.000Z',
        k: 5,
        commentThreshold: 10,
      },
      items: [
        { entityRef: metrics, contact: undefined },
        { entityRef: logs, contact: undefined },
      ],
    });
    const contact = (
      entityRef: string,
      outcome: 'seen' | 'declined',
      roundId = '2026-Q3',
    ) => room.audience.note({ userRef: carl, entityRef, roundId, outcome });

    await room.audience.invite(await room.getService(logs), third);
    await contact(metrics, 'seen');
    expect(await due()).toEqual([
      { entityRef: metrics, contact: 'seen' },
      { entityRef: logs, contact: 'invited' },
    ]);
    // To see an invitation does not take it back, nor does it a refusal.
    await contact(logs, 'seen');
    await contact(metrics, 'declined', '2026-Q2');
    expect(await due()).toEqual([
      { entityRef: metrics, contact: 'seen' },
      { entityRef: logs, contact: 'invited' },
    ]);
    await contact(logs, 'declined');
    await contact(logs, 'seen');
    expect(await due()).toEqual([{ entityRef: metrics, contact: 'seen' }]);
    expect(await due(cora)).toEqual([
      { entityRef: metrics, contact: undefined },
      { entityRef: logs, contact: 'invited' },
    ]);

    const answer = { ratings: { leverage: 4 } } as const;
    await room.answers.save(metrics, carl, answer);
    expect(await due()).toEqual([]);
    expect(await due(cora)).toHaveLength(2);
    await room.answers.withdraw(metrics, carl);
    expect(await due()).toEqual([{ entityRef: metrics, contact: 'seen' }]);
  });

  it('are wanted again of who has taken back what was published', async () => {
    await room.runTask();
    const five = Array.from({ length: 5 }, (_, n) => userOf(`p${n}`));
    for (const person of five) {
      await room.answers.save(logs, person, { ratings: { leverage: 4 } });
    }
    await room.runTask();
    expect(await due(five[0], [logs])).toEqual([]);
    await room.answers.withdraw(logs, five[0]);
    expect(await knex('satisfaction_answers')).toHaveLength(5);
    expect(await due(five[0], [logs])).toHaveLength(1);
    expect(await due(five[1], [logs])).toEqual([]);
  });

  it('are told apart among more services than fit into one statement', async () => {
    await room.runTask();
    const refs = Array.from({ length: 450 }, (_, n) => refOf(`s${n}`));
    for (const n of [0, 199, 200, 449]) {
      await room.answers.save(refs[n], carl, { ratings: { cost: 1 } });
    }
    const wanted = (await due(carl, refs)).map(({ entityRef }) => entityRef);
    expect(wanted).toEqual(
      refs.filter((_, n) => ![0, 199, 200, 449].includes(n)),
    );
  });

  it('show the reader what has come of asking them, and only them', async () => {
    expect(await room.answers.get(logs, carl)).toEqual({});
    await room.runTask();
    await room.audience.note({
      userRef: carl,
      entityRef: logs,
      roundId: '2026-Q3',
      outcome: 'declined',
    });
    const mine = async (user: string, entityRef = logs) =>
      (await room.answers.get(entityRef, user)).contact;
    expect(await mine(carl)).toBe('declined');
    expect(await mine(carl, metrics)).toBeUndefined();
    expect(await mine(cora)).toBeUndefined();
  });
});

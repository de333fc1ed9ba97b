import { JsonObject } from '@backstage/types';
import { Answer } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  clearRooms,
  figuresOf,
  startRooms,
} from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { DatabaseAnswerStore } from '../answers/DatabaseAnswerStore';
import { DatabaseRoundStore } from './DatabaseRoundStore';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const people = Array.from({ length: 12 }, (_, n) => `user:default/p${n}`);
const [ada, ben] = people;
const fair: Answer = { ratings: { leverage: 3, cost: 'cant-say' } };
const noOpenRound = {
  name: 'ConflictError',
  message: 'No round of ratings is open at the moment',
};

describe.each(databases.eachSupportedId())('rounds on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(() => clearRooms(knex));

  const start = (now: string, config?: JsonObject) =>
    startRooms({ knex, now, config });
  const rateAll = async (
    room: ReturnType<typeof start>,
    users: readonly string[],
    entityRef = logs,
  ) => {
    for (const user of users) await room.answers.save(entityRef, user, fair);
  };
  /** All that is kept of rounds but their secrets, the newest first. */
  const rounds = async () =>
    (await new DatabaseRoundStore(knex).list()).map(round => ({
      id: round.id,
      status: round.status,
      time: `${round.opensAt.toISOString()} ${round.closesAt.toISOString()}`,
    }));
  const secrets = async () =>
    knex('satisfaction_rounds').orderBy('opens_at').pluck('secret');

  it.each([
    [
      'quarter',
      '2026-12-31T23:59:59.999Z',
      '2027-01-01T00:00:00.000Z',
      ['2026-Q4', '2026-10-01T00:00:00.000Z 2027-01-01T00:00:00.000Z'],
      ['2027-Q1', '2027-01-01T00:00:00.000Z 2027-04-01T00:00:00.000Z'],
    ],
    [
      'month',
      '2028-02-29T23:59:59.999Z',
      '2028-03-01T00:00:00.000Z',
      ['2028-02', '2028-02-01T00:00:00.000Z 2028-03-01T00:00:00.000Z'],
      ['2028-03', '2028-03-01T00:00:00.000Z 2028-04-01T00:00:00.000Z'],
    ],
    [
      [
        { id: 'autumn', from: '2026-10-01', until: '2026-10-26' },
        { id: 'winter', from: '2026-10-26', until: '2027-01-15' },
      ],
      '2026-10-25T23:59:59.999Z',
      '2026-10-26T00:00:00.000Z',
      ['autumn', '2026-10-01T00:00:00.000Z 2026-10-26T00:00:00.000Z'],
      ['winter', '2026-10-26T00:00:00.000Z 2027-01-15T00:00:00.000Z'],
    ],
  ])(
    'end and begin with the day in UTC, every %j',
    async (schedule, last, next, [before, itsTime], [after, nextTime]) => {
      const room = start(last, { rounds: schedule });
      await room.runTask();
      expect(await rounds()).toEqual([
        { id: before, status: 'open', time: itsTime },
      ]);
      await rateAll(room, people.slice(0, 5));

      // From this very moment on no answer is taken, nor given away.
      room.setTime(next);
      await expect(room.answers.save(logs, ada, fair)).rejects.toMatchObject(
        noOpenRound,
      );
      await expect(room.answers.withdraw(logs, ada)).rejects.toMatchObject(
        noOpenRound,
      );
      expect(await room.answers.get(logs, ada)).toEqual({});
      const [secret] = await secrets();
      expect(Buffer.from(secret, 'base64')).toHaveLength(32);

      await room.runTask();
      expect(await rounds()).toEqual([
        { id: after, status: 'open', time: nextTime },
        { id: before, status: 'closed', time: itsTime },
      ]);
      const [gone, another] = await secrets();
      expect(gone).toBeNull();
      expect(another).not.toBe(secret);
      expect(await knex('satisfaction_answers')).toEqual([]);
      expect(await room.scores.get(logs)).toMatchObject({
        scoresOf: before,
        round: { id: after },
        participation: { partial: 5 },
      });
      expect(room.reassess.mock.calls).toEqual([[logs]]);

      // Another look at the clock changes nothing.
      await room.runTask();
      expect(await secrets()).toEqual([null, another]);
      expect(room.reassess).toHaveBeenCalledTimes(1);
    },
  );

  it('are not open between configured dates', async () => {
    const room = start('2026-10-31T23:59:59.999Z', {
      rounds: [
        { id: 'b', from: '2026-11-10', until: '2026-11-11' },
        { id: 'a', from: '2026-10-01', until: '2026-11-01' },
      ],
    });
    await room.runTask();
    room.setTime('2026-11-01T00:00:00.000Z');
    await room.runTask();
    const [{ id: only, status }, ...others] = await rounds();
    expect([only, status, others]).toEqual(['a', 'closed', []]);
    await expect(room.answers.save(logs, ada, fair)).rejects.toMatchObject(
      noOpenRound,
    );
    room.setTime('2026-11-10T00:00:00.000Z');
    await room.runTask();
    expect(await rounds()).toMatchObject([
      { id: 'b', status: 'open' },
      { id: 'a', status: 'closed' },
    ]);
  });

  it('keep the numbers that held when they opened, and the schedule to their end', async () => {
    await start('2026-10-05T00:00:00Z').runTask();
    const changed = start('2026-11-05T00:00:00Z', {
      rounds: 'month',
      minimumAnswers: 3,
      minimumAnswersForComments: 4,
    });
    await changed.runTask();
    expect(await rounds()).toMatchObject([{ id: '2026-Q4', status: 'open' }]);
    await rateAll(changed, people.slice(0, 4));
    await changed.runTask();
    expect(await changed.scores.get(logs)).toMatchObject({
      round: { k: 5, commentThreshold: 10 },
      state: 'none',
    });
    await rateAll(changed, [people[4]]);
    await changed.runTask();
    expect((await changed.scores.get(logs)).state).toBe('shown');

    changed.setTime('2027-01-01T00:00:00Z');
    await changed.runTask();
    expect(await rounds()).toMatchObject([
      { id: '2027-01', status: 'open' },
      { id: '2026-Q4', status: 'closed' },
    ]);
    expect(await changed.answers.get(logs, ada)).toMatchObject({
      round: { id: '2027-01', k: 3, commentThreshold: 4 },
    });
  });

  it.each([
    [3, 6],
    [5, 10],
  ])('show figures of %d answers, and comments of %d', async (k, many) => {
    const room = start('2026-11-05T00:00:00Z', {
      minimumAnswers: k,
      minimumAnswersForComments: many,
    });
    await room.runTask();
    const commented = { ...fair, comment: 'Fine' };
    const shown = async () => {
      await room.runTask();
      const { features, comments, participation } = await room.scores.get(logs);
      return [
        features.find(({ feature }) => feature === 'leverage')?.score?.n,
        participation?.partial,
        comments.items,
      ];
    };
    await rateAll(room, people.slice(0, k - 1));
    expect(await shown()).toEqual([undefined, undefined, []]);
    expect(room.reassess).not.toHaveBeenCalled();
    await rateAll(room, [people[k - 1]]);
    expect(await shown()).toEqual([k, k, []]);
    expect(room.reassess.mock.calls).toEqual([[logs]]);
    for (const person of people.slice(0, many - 1)) {
      await room.answers.save(logs, person, commented);
    }
    expect((await shown())[2]).toEqual([]);
    await room.answers.save(logs, people[many - 1], commented);
    expect((await shown())[2]).toEqual(['Fine']);
  });

  it('begin with what the catalog was like in the round before', async () => {
    const room = start('2026-10-05T00:00:00Z');
    const priors = async () =>
      (await new DatabaseRoundStore(knex).list()).map(({ prior }) => prior);
    await room.importRatings({
      rounds: ['2026-Q1', '2026-Q2'].map((roundId, index) => ({
        id: roundId,
        opensAt: new Date(Date.UTC(2026, 3 * index, 1)),
        closesAt: new Date(Date.UTC(2026, 3 * index + 3, 1)),
        k: 5,
        commentThreshold: 10,
      })),
      releases: [
        ['2026-Q1', 'logs', [9, 0, 0, 0, 0]],
        ['2026-Q2', 'logs', [1, 2, 3, 0, 0]],
        ['2026-Q2', 'metrics', [0, 0, 0, 4, 5]],
      ].map(([roundId, name, counts]) => ({
        roundId: roundId as string,
        entityRef: `component:default/${name}`,
        figures: figuresOf({ cost: counts as number[] }),
      })),
    });
    await room.runTask();
    expect(await priors()).toEqual([
      { cost: [1, 2, 3, 4, 5] },
      { cost: [1, 2, 3, 4, 5] },
      { cost: [9, 0, 0, 0, 0] },
    ]);
    await rateAll(room, people.slice(0, 6));
    await rateAll(room, people.slice(0, 4), 'component:default/metrics');
    room.setTime('2027-01-05T00:00:00Z');
    await room.runTask();
    // Of all that was released in it, and of nothing else.
    const released = { leverage: [0, 0, 6, 0, 0] };
    expect((await priors()).slice(0, 2)).toEqual([released, released]);
  });

  it('take answers that they were given, and nothing once they are closing', async () => {
    const room = start('2026-11-05T00:00:00Z');
    await room.runTask();
    const wish: Answer = {
      ratings: { leverage: 1, usability: 5, latency: 'cant-say' },
      comment: 'Keep logs for longer',
      asFeedback: true,
    };
    const round = {
      id: '2026-Q4',
      opensAt: '2026-10-01T00:00:00.000Z',
      closesAt: '2027-01-01T00:00:00.000Z',
      k: 5,
      commentThreshold: 10,
    };
    await room.answers.save(logs, ada, wish);
    expect(await room.answers.get(logs, ada)).toEqual({ round, answer: wish });
    // Each field is that of the later answer, also where it has none.
    await room.answers.save(logs, ada, fair);
    expect((await room.answers.get(logs, ada)).answer).toEqual(fair);
    // There is nothing to list without a comment.
    await room.answers.save(logs, ben, { ...fair, asFeedback: true });
    expect((await room.answers.get(logs, ben)).answer).toEqual(fair);
    await room.answers.withdraw(logs, ben);
    expect(await room.answers.get(logs, ben)).toEqual({ round });
    expect((await room.answers.get(logs, ada)).answer).toEqual(fair);

    // Whoever was let in a moment before the task began comes too late, too.
    const store = new DatabaseAnswerStore(knex);
    const kept = await knex('satisfaction_answers');
    await new DatabaseRoundStore(knex).startClosing('2026-Q4', new Date());
    const key = { roundId: '2026-Q4', entityRef: logs, userRef: ada };
    expect(await store.save(key, wish)).toBe(false);
    expect(await store.withdraw(key)).toBe(false);
    expect(await store.get(key)).toBeUndefined();
    expect(await knex('satisfaction_answers')).toEqual(kept);
    // Whatever the clock of this backend says.
    expect(await room.answers.get(logs, ada)).toEqual({});
    await expect(room.answers.save(logs, ada, wish)).rejects.toMatchObject(
      noOpenRound,
    );
  });

  it('are closed only by who has begun to, and begun only once', async () => {
    await start('2026-11-05T00:00:00Z').runTask();
    const store = new DatabaseRoundStore(knex);
    expect(await store.close('2026-Q4', {})).toBe(false);
    expect(await secrets()).not.toContain(null);
    const first = new Date('2027-01-01T00:00:05Z');
    await store.startClosing('2026-Q4', first);
    await store.startClosing('2026-Q4', new Date('2027-01-01T01:00:00Z'));
    expect(await store.list()).toMatchObject([
      { status: 'closing', closingSince: first },
    ]);
    expect(await store.close('2026-Q4', { cost: [1, 0, 0, 0, 0] })).toBe(true);
    expect(await store.close('2026-Q4', {})).toBe(false);
    expect(await store.list()).toMatchObject([
      { status: 'closed', prior: { cost: [1, 0, 0, 0, 0] } },
    ]);
    // What is known is not opened again.
    const room = start('2026-12-31T00:00:00Z');
    await room.runTask();
    expect(await secrets()).toEqual([null]);
    // One that was closed early holds up no other one.
    await start('2026-12-31T00:00:00Z', { rounds: 'month' }).runTask();
    expect(await rounds()).toMatchObject([
      { id: '2026-12', status: 'open' },
      { id: '2026-Q4', status: 'closed' },
    ]);
  });
});

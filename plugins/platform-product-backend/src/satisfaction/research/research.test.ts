import {
  Research,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  clearRooms,
  figuresOf,
  refusalOf,
  startRooms,
} from '../../__testUtils__/startRooms';
import { migrationsDirectory } from '../../database/prepareDatabase';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
const now = '2026-11-22T10:00:00.000Z';
/** 180 days before. */
const firstDay = '2026-05-26';
const [logs, metrics] = ['logs', 'metrics'].map(
  name => `component:default/${name}`,
);
const olga = 'user:default/olga';

describe.each(databases.eachSupportedId())('research on %s', id => {
  let knex: Knex;
  let room: ReturnType<typeof startRooms>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  beforeEach(async () => {
    await clearRooms(knex);
    room = startRooms({ knex, now });
  });

  const add = (
    kind: ResearchKind,
    date: string,
    rest: Partial<Research> = {},
    idempotencyKey?: string,
  ) =>
    room.research.add(
      {
        kind,
        date,
        entityRef: logs,
        learned: 'They build dashboards by hand.',
        by: olga,
        ...rest,
      },
      idempotencyKey,
    );
  const list = (rest: { cursor?: string; limit?: number } = {}) =>
    room.research.list({ entityRef: logs, limit: 20, ...rest });
  const evidence = async (refs = [logs]) =>
    (await room.collect('research', refs)).map(({ result, summary }) => [
      result,
      summary,
    ]);

  it('is kept as it was written', async () => {
    const entry = await add('embed', '2026-11-20', {
      team: 'Checkout',
      follows: 'We offer a template.',
      link: 'https://example.com/notes',
    });
    expect(entry).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      entityRef: logs,
      kind: 'embed',
      date: '2026-11-20',
      team: 'Checkout',
      learned: 'They build dashboards by hand.',
      follows: 'We offer a template.',
      link: 'https://example.com/notes',
      by: olga,
      at: now,
    });
    expect(await room.research.find(entry.id)).toEqual(entry);
    expect(await list()).toEqual({
      items: [entry],
      totalItems: 1,
      pageInfo: { nextCursor: undefined },
      recent: { embed: 1 },
    });
  });

  it('is taken once with one key, of each person by themselves', async () => {
    const first = await add('embed', '2026-11-20', {}, 'k');
    expect(await add('embed', '2026-11-20', {}, 'k')).toEqual(first);
    await add('embed', '2026-11-20', { by: 'user:default/maya' }, 'k');
    for (const changed of [
      add('interview', '2026-11-20', {}, 'k'),
      add('embed', '2026-11-21', {}, 'k'),
      add('embed', '2026-11-20', { learned: 'Nothing at all.' }, 'k'),
      add('embed', '2026-11-20', { entityRef: metrics }, 'k'),
    ]) {
      await expect(changed).rejects.toMatchObject({ name: 'ConflictError' });
    }
    expect((await list()).totalItems).toBe(2);
  });

  it.each([
    ['2026-11-22T10:00:00.000Z', '2026-11-22', true],
    // It may be tomorrow already where the author is, and nowhere later.
    ['2026-11-22T10:00:00.000Z', '2026-11-23', true],
    ['2026-11-22T10:00:00.000Z', '2026-11-24', false],
    ['2026-11-22T00:00:00.000Z', '2026-11-24', false],
    ['2026-12-31T23:59:59.999Z', '2027-01-01', true],
    ['2026-12-31T23:59:59.999Z', '2027-01-02', false],
    ['2026-11-22T10:00:00.000Z', '1999-12-31', true],
  ])('at %s took place on %s: %s', async (time, date, isTaken) => {
    room.setTime(time);
    expect(await refusalOf(() => add('interview', date))).toBe(
      isTaken
        ? undefined
        : 'InputError: Invalid request: date: must not be in the future',
    );
    expect((await list()).items).toMatchObject(
      isTaken ? [{ date, at: time }] : [],
    );
  });

  it('comes with the newest day first, and the last written of a day', async () => {
    const ids: string[] = [];
    for (const date of [
      '2026-10-01',
      '2026-11-01',
      '2026-11-01',
      '2026-09-01',
    ]) {
      ids.push((await add('interview', date)).id);
      room.setTime(Date.parse(now) + ids.length);
    }
    await add('interview', '2026-11-02', { entityRef: metrics });
    const order = [ids[2], ids[1], ids[0], ids[3]];
    expect((await list()).items.map(item => item.id)).toEqual(order);
    const first = await list({ limit: 3 });
    expect(first.items.map(item => item.id)).toEqual(order.slice(0, 3));
    const { nextCursor: cursor } = first.pageInfo;
    const second = await list({ limit: 3, cursor });
    expect(second.items.map(item => item.id)).toEqual(order.slice(3));
    expect(second).toMatchObject({ totalItems: 4, recent: { interview: 4 } });
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it('is removed by itself', async () => {
    const one = await add('interview', '2026-11-01');
    const other = await add('interview', '2026-11-01');
    await room.research.remove(one);
    expect(room.reassess.mock.calls.flat()).toEqual([logs, logs, logs]);
    expect((await list()).items).toEqual([other]);
    expect(await room.research.find(one.id)).toBeUndefined();
  });

  it('counts 180 days back, the first of them included', async () => {
    await add('interview', firstDay);
    await add('embed', '2026-05-25');
    await add('try-out', '2026-11-22');
    await add('try-out', '2026-11-23');
    expect((await list()).recent).toEqual({ interview: 1, 'try-out': 2 });
    // Whatever the time of that day.
    room.setTime('2026-11-22T23:59:59.999Z');
    expect(await evidence()).toEqual([
      ['pass', 'In 180 days: interview, try-out'],
    ]);
    room.setTime('2026-11-23T00:00:00.000Z');
    expect(await evidence()).toEqual([['fail', 'In 180 days: try-out']]);
    expect((await list()).recent).toEqual({ 'try-out': 2 });
  });

  it('takes two kinds to be listening', async () => {
    expect(await evidence()).toEqual([['fail', 'No research in 180 days']]);
    await add('survey', '2026-11-01');
    await add('survey', '2026-11-02');
    expect(await evidence()).toEqual([['fail', 'In 180 days: survey']]);
    await add('metrics-review', '2026-11-01', { entityRef: metrics });
    await add('embed', '2026-11-01', { entityRef: metrics });
    await add('interview', '2026-11-01', { entityRef: metrics });
    expect(await evidence([metrics, 'component:default/traces', logs])).toEqual(
      [
        ['pass', 'In 180 days: interview, embed, metrics-review'],
        ['fail', 'No research in 180 days'],
        ['fail', 'In 180 days: survey'],
      ],
    );
  });

  it('includes released ratings as a survey, while their round is not long over', async () => {
    const closesAt = Date.parse('2026-06-01T00:00:00.000Z');
    await room.importRatings({
      rounds: [
        {
          id: 'spring',
          opensAt: new Date('2026-03-01T00:00:00.000Z'),
          closesAt: new Date(closesAt),
          k: 5,
          commentThreshold: 10,
        },
      ],
      releases: [
        {
          roundId: 'spring',
          entityRef: logs,
          figures: figuresOf({ cost: [5, 0, 0, 0, 0] }),
        },
      ],
      replies: [],
    });
    await add('interview', '2026-11-22');
    await add('interview', '2026-11-22', { entityRef: metrics });
    room.setTime(closesAt + 180 * day - 1);
    expect(await evidence([logs, metrics])).toEqual([
      ['pass', 'In 180 days: interview, survey'],
      ['fail', 'In 180 days: interview'],
    ]);
    room.setTime(closesAt + 180 * day);
    expect(await evidence()).toEqual([['fail', 'In 180 days: interview']]);
    room.setTime(closesAt + 180 * day - 1);
    // One kind, twice.
    await knex('satisfaction_research').update({ kind: 'survey' });
    expect(await evidence()).toEqual([['fail', 'In 180 days: survey']]);
  });

  it('is counted among more services than fit into one statement', async () => {
    const refs = Array.from({ length: 900 }, (_, n) => `component:a/s${n}`);
    for (const n of [0, 399, 400, 899]) {
      await add('interview', '2026-11-01', { entityRef: refs[n] });
    }
    const found = await evidence(refs);
    expect(
      found.flatMap(([, summary], n) =>
        summary === 'In 180 days: interview' ? [n] : [],
      ),
    ).toEqual([0, 399, 400, 899]);
  });
});

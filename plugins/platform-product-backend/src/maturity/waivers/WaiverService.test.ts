import {
  defaultLadder,
  WaiverStatus,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { clearMaturity } from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { DatabaseWaiverStore } from './DatabaseWaiverStore';
import { RequestWaiverOptions, WaiverService } from './WaiverService';

jest.setTimeout(60_000);

const start = '2026-06-01T12:00:00.000Z';
const later = '2026-06-02T12:00:00.000Z';
const expiry = '2026-06-10T00:00:00.000Z';
const justBefore = '2026-06-09T23:59:59.999Z';
const day = 24 * 60 * 60 * 1000;

const logs = 'component:default/logs';
const olga = 'user:default/olga';
const stella = 'user:default/stella';

describe.each(databases.eachSupportedId())('WaiverService on %s', id => {
  let knex: Knex;
  let store: DatabaseWaiverStore;
  let now: string;
  let reassess: jest.Mock<Promise<void>, [string]>;
  let waivers: WaiverService;
  let told: string[];
  const tell = (text: string) => async () => async () => {
    told.push(text);
  };
  const news = {
    waiverAsked: tell('asked'),
    waiverDecided: tell('decided'),
    waiverReopened: tell('reopened'),
  };

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await clearMaturity(knex);
    now = start;
    reassess = jest.fn(async (_: string) => {});
    told = [];
    store = new DatabaseWaiverStore(knex);
    waivers = new WaiverService({
      store,
      ladder: defaultLadder,
      longest: 30 * day,
      news: { ...news, wake: async () => {} },
      reassess,
      now: () => new Date(now),
    });
  });

  const request = (options: Partial<RequestWaiverOptions> = {}) =>
    waivers.request({
      entityRef: logs,
      criterionId: 'guide',
      reason: 'The guide is being written.',
      expiresAt: expiry,
      by: olga,
      ...options,
    });
  const approve = (waiverId: string, by = stella) =>
    waivers.decide(waiverId, { decision: 'approved', by });
  const deny = (waiverId: string, by = stella) =>
    waivers.decide(waiverId, { decision: 'denied', note: 'Not now.', by });
  /** A waiver that was asked for, and what became of it. */
  async function makeWaiver(status: WaiverStatus) {
    const { id: waiverId } = await request();
    if (status === 'approved') await approve(waiverId);
    if (status === 'denied') await deny(waiverId);
    if (status === 'revoked') await waivers.revoke(waiverId, olga);
    if (status === 'expired') now = expiry;
    return (await waivers.find(waiverId))!;
  }
  const conflict = (message: string) => ({ name: 'ConflictError', message });

  it('keeps what was asked for', async () => {
    const waiver = await request({ expiresAt: '2026-06-10T02:00:00+02:00' });
    expect(waiver).toEqual({
      id: waiver.id,
      entityRef: logs,
      criterionId: 'guide',
      reason: 'The guide is being written.',
      requestedBy: olga,
      requestedAt: start,
      expiresAt: expiry,
      status: 'pending',
    });
    expect(await waivers.find(waiver.id)).toEqual(waiver);
  });

  it('takes an expiry that is to come, within the longest that is allowed', async () => {
    const longest = '2026-07-01T12:00:00.000Z';
    expect((await request({ expiresAt: longest })).expiresAt).toBe(longest);
    const other = { criterionId: 'asked' };
    await expect(
      request({ ...other, expiresAt: '2026-07-01T12:00:00.001Z' }),
    ).rejects.toThrow('expiresAt: must be within 30 days');
    await expect(request({ ...other, expiresAt: start })).rejects.toThrow(
      'expiresAt: must be in the future',
    );
    await expect(request({ criterionId: 'x' })).rejects.toMatchObject({
      name: 'InputError',
      message: "Invalid request: criterionId: there is no criterion 'x'",
    });
    expect(await waivers.listOf([logs])).toHaveLength(1);
  });

  it.each<[WaiverStatus, WaiverStatus]>([
    ['pending', 'expired'],
    ['approved', 'expired'],
    ['denied', 'denied'],
    ['revoked', 'revoked'],
  ])('is %s until it expires, then %s', async (until, from) => {
    const { id: waiverId } = await makeWaiver(until);
    now = justBefore;
    expect((await waivers.find(waiverId))?.status).toBe(until);
    expect((await waivers.listOf([logs]))[0].status).toBe(until);
    now = expiry;
    expect((await waivers.find(waiverId))?.status).toBe(from);
    expect((await waivers.listOf([logs]))[0].status).toBe(from);
  });

  it('is decided by somebody else, who may add a note', async () => {
    const waiver = await request();
    now = later;
    const decided = {
      ...waiver,
      status: 'approved',
      decision: 'approved',
      decidedBy: stella,
      decidedAt: later,
      note: 'Until the summer.',
    };
    expect(
      await waivers.decide(waiver.id, {
        decision: 'approved',
        note: 'Until the summer.',
        by: stella,
      }),
    ).toEqual(decided);
    const other = await request({ criterionId: 'asked' });
    expect(await deny(other.id)).toEqual({
      ...other,
      status: 'denied',
      decision: 'denied',
      decidedBy: stella,
      decidedAt: later,
      note: 'Not now.',
    });
    expect(await waivers.find(waiver.id)).toEqual(decided);
  });

  it.each(['approved', 'denied'] as const)(
    'is never %s by who asked for it',
    async decision => {
      const waiver = await request();
      await expect(
        waivers.decide(waiver.id, { decision, by: olga }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: 'A waiver is decided by somebody other than who asked for it',
      });
      expect(await waivers.find(waiver.id)).toEqual(waiver);
    },
  );

  it.each<WaiverStatus>(['approved', 'denied', 'revoked', 'expired'])(
    'is not decided once it is %s',
    async status => {
      const waiver = await makeWaiver(status);
      for (const decide of [approve, deny]) {
        await expect(
          decide(waiver.id, 'user:default/sam'),
        ).rejects.toMatchObject(conflict(`The waiver is ${status} already`));
      }
      expect(await waivers.find(waiver.id)).toEqual(waiver);
    },
  );

  it('is decided once, whoever decides at the same time', async () => {
    const waiver = await request();
    const answers = await Promise.allSettled([
      approve(waiver.id),
      deny(waiver.id, 'user:default/sam'),
      approve(waiver.id, 'user:default/sue'),
    ]);
    const decided = answers.flatMap(answer =>
      answer.status === 'fulfilled' ? [answer.value] : [],
    );
    expect(decided).toEqual([await waivers.find(waiver.id)]);
  });

  it('is not decided once it was revoked, however late that is noticed', async () => {
    const waiver = await makeWaiver('revoked');
    expect(
      await store.decide(waiver.id, {
        decision: 'approved',
        by: stella,
        at: new Date(now),
      }),
    ).toBe(false);
    expect(await waivers.find(waiver.id)).toEqual(waiver);
  });

  it.each<WaiverStatus>(['pending', 'approved'])(
    'can be revoked while it is %s',
    async status => {
      const waiver = await makeWaiver(status);
      now = justBefore;
      expect(await waivers.revoke(waiver.id, stella)).toEqual({
        ...waiver,
        status: 'revoked',
        revokedBy: stella,
        revokedAt: justBefore,
      });
    },
  );

  it.each<WaiverStatus>(['denied', 'revoked', 'expired'])(
    'can’t be revoked once it is %s',
    async status => {
      const waiver = await makeWaiver(status);
      await expect(waivers.revoke(waiver.id, stella)).rejects.toMatchObject(
        conflict(`The waiver is ${status} already`),
      );
      expect(await waivers.find(waiver.id)).toEqual(waiver);
    },
  );

  const again = { by: stella, expiresAt: '2026-06-20T00:00:00.000Z' };

  it.each<WaiverStatus>(['denied', 'revoked', 'expired'])(
    'makes room for another one once it is %s',
    async status => {
      await makeWaiver(status);
      const other = { ...again, reason: 'Something has changed.' };
      expect(await request(other)).toMatchObject({ status: 'pending' });
    },
  );

  it.each<WaiverStatus>(['pending', 'approved'])(
    'is in the way of another one for the same while it is %s',
    async status => {
      await makeWaiver(status);
      await expect(request(again)).rejects.toMatchObject(
        conflict(
          `There is a waiver for this criterion already; it is ${status}`,
        ),
      );
      await request({ ...again, criterionId: 'asked' });
      await request({ ...again, entityRef: 'component:default/metrics' });
    },
  );

  it('is in the way of one that was asked for a moment earlier, by another clock', async () => {
    now = later;
    await request();
    now = start;
    await expect(request({ by: stella })).rejects.toMatchObject(
      conflict(`There is a waiver for this criterion already; it is pending`),
    );
  });

  it('keeps one of many that are asked for at the same time', async () => {
    await Promise.all(Array.from({ length: 10 }, () => knex.raw('select 1')));
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        request({ by: `user:default/u${n}` }),
      ),
    );
    const kept = answers.filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(1);
    expect(await waivers.listOf([logs])).toHaveLength(1);
  });

  it('takes the same key of the same person for the same request', async () => {
    const first = await request({ idempotencyKey: 'k' });
    now = later;
    expect(await request({ idempotencyKey: 'k' })).toEqual(first);
    await approve(first.id);
    expect(await request({ idempotencyKey: 'k' })).toMatchObject({
      id: first.id,
      status: 'approved',
    });
    expect(await waivers.listOf([logs])).toHaveLength(1);
  });

  it.each<[string, Partial<RequestWaiverOptions>]>([
    ['reason', { reason: 'Another reason.' }],
    ['expiry', { expiresAt: '2026-06-10T00:00:00.001Z' }],
    ['criterion', { criterionId: 'asked' }],
    ['service', { entityRef: 'component:default/metrics' }],
  ])('refuses the same key for another %s', async (_, other) => {
    await request({ idempotencyKey: 'k' });
    await expect(
      request({ ...other, idempotencyKey: 'k' }),
    ).rejects.toMatchObject(
      conflict('The idempotency key was used for another request before'),
    );
  });

  it('takes the same key of another person for another request', async () => {
    const first = await request({ idempotencyKey: 'k' });
    await expect(request({ idempotencyKey: 'k', by: stella })).rejects.toThrow(
      'it is pending',
    );
    const second = await request({
      idempotencyKey: 'k',
      by: stella,
      criterionId: 'asked',
    });
    expect(second.id).not.toBe(first.id);
    expect(second.requestedBy).toBe(stella);
  });

  it('lists all waivers of a service, the newest first', async () => {
    const first = await request();
    await deny(first.id);
    now = later;
    await request({ criterionId: 'asked' });
    await request({ entityRef: 'component:default/metrics' });
    expect(
      (await waivers.listOf([logs])).map(waiver => [
        waiver.criterionId,
        waiver.status,
      ]),
    ).toEqual([
      ['asked', 'pending'],
      ['guide', 'denied'],
    ]);
    const both = [logs, 'component:default/metrics'];
    expect(await store.list(both)).toHaveLength(3);
    expect(await store.list([])).toEqual([]);
  });

  it('brings in older waivers once', async () => {
    const older = {
      id: '00000000-0000-4000-8000-000000000001',
      entityRef: logs,
      criterionId: 'guide',
      reason: 'As it was on paper.',
      requestedBy: olga,
      requestedAt: '2026-01-01T00:00:00.000Z',
      expiresAt: expiry,
      decision: 'approved' as const,
      decidedBy: stella,
      decidedAt: '2026-01-02T00:00:00.000Z',
    };
    await store.import(older, 'import 1');
    expect(await waivers.find(older.id)).toEqual({
      ...older,
      status: 'approved',
    });
    const second = { ...older, id: '00000000-0000-4000-8000-000000000002' };
    await store.import({ ...second, reason: 'Changed.' }, 'import 1');
    await store.import(second, 'import 2');
    expect((await waivers.listOf([logs])).map(({ reason }) => reason)).toEqual(
      Array(2).fill('As it was on paper.'),
    );
  });

  it('knows none that is not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const notFound = {
      name: 'NotFoundError',
      message: `No waiver found '${unknown}'`,
    };
    expect(await waivers.find(unknown)).toBeUndefined();
    await expect(approve(unknown)).rejects.toMatchObject(notFound);
    await expect(waivers.revoke(unknown, olga)).rejects.toMatchObject(notFound);
  });

  it('tells what was done, once', async () => {
    const { id: waiverId } = await request({ idempotencyKey: 'key' });
    await request({ idempotencyKey: 'key' });
    expect(told).toEqual(['asked']);
    await Promise.allSettled([approve(waiverId), approve(waiverId)]);
    expect(told).toEqual(['asked', 'decided']);
  });

  it('is denied with a reason alone, and not asked for again as it was', async () => {
    const { id: waiverId } = await request();
    for (const note of [undefined, '', '  ']) {
      await expect(
        waivers.decide(waiverId, { decision: 'denied', note, by: stella }),
      ).rejects.toThrow('note: must say why the waiver is denied');
    }
    await deny(waiverId);
    expect((await waivers.find(waiverId))?.note).toBe('Not now.');
    await expect(request()).rejects.toMatchObject(
      conflict('The same waiver was denied; say what has changed'),
    );
    const other = await request({ reason: 'Two people write it by March.' });
    expect(other.status).toBe('pending');
    expect(told).toEqual(['asked', 'decided', 'asked']);
  });
});

import { Entity } from '@backstage/catalog-model';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import {
  serviceEntity,
  smallLadder,
  userEntity,
} from '../../__testUtils__/entities';
import {
  clearMaturity,
  startMaturityRoom,
} from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';

jest.setTimeout(60_000);

const start = '2026-06-01T12:00:00.000Z';
const afterDays = (days: number, milliseconds = 0) =>
  new Date(
    Date.parse(start) + days * 24 * 60 * 60 * 1000 + milliseconds,
  ).toISOString();

const logs = 'component:default/logs';
const olga = 'user:default/olga';

/** With a product manager, the service is on level 1; without, on none. */
const managed = serviceEntity('logs');
const unmanaged = serviceEntity('logs', {
  annotations: { 'platform-product/product-manager': 'nobody' },
});
const maya = userEntity('maya');

const onCall = {
  'on-call': {
    level: 1,
    title: 'Somebody is on call',
    evidence: { source: 'on-call' },
  },
};

/** Finds that somebody is on call, unless it is told to fail. */
function onCallCollector() {
  const asked: string[] = [];
  const collector = {
    id: 'on-call',
    provides: ['on-call'],
    isBroken: false,
    asked,
    async collect({ services }) {
      asked.push(...services.map(({ entityRef }) => entityRef));
      if (collector.isBroken) throw new Error('The rota is down');
      return services.map(({ entityRef }) => ({
        entityRef,
        source: 'on-call',
        result: 'pass' as const,
      }));
    },
  } satisfies EvidenceCollector & Record<string, unknown>;
  return collector;
}

describe.each(databases.eachSupportedId())('MaturityService on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(() => clearMaturity(knex));

  async function open(
    options: {
      readonly now?: string;
      readonly entities?: readonly Entity[];
      readonly criteria?: object;
      readonly collectors?: readonly EvidenceCollector[];
    } = {},
  ) {
    const { entities = [managed, maya], collectors } = options;
    const room = await startMaturityRoom({
      knex,
      now: options.now ?? start,
      entities,
      config: {
        maturity: {
          criteria: { ...smallLadder.criteria, ...options.criteria },
        },
      },
      collectors,
    });
    return {
      ...room,
      get: async (at?: string) =>
        room.levels.getMaturity(
          await room.getService(logs),
          at === undefined ? undefined : new Date(at),
        ),
      signalled: () => {
        const channels = room.signals.publish.mock.calls.map(
          ([{ channel }]) => channel,
        );
        room.signals.publish.mockClear();
        return channels;
      },
    };
  }

  it('assesses a service that nobody has assessed, and only then', async () => {
    const {
      get,
      levels: maturity,
      setTime,
      setEntities,
      signalled,
    } = await open();
    expect(await maturity.getLevel(logs)).toBe(0);
    const first = await get();
    expect(first).toMatchObject({
      entityRef: logs,
      level: 1,
      levelWithoutWaivers: 1,
      measuredLevel: 1,
      heldBackBy: ['guide'],
      gracePeriodDays: 14,
      asOf: start,
      failedCollectors: [],
    });
    expect(first.signalChannel).toMatch(/^[\da-f-]{36}$/);
    expect(first.declaredLevel).toBeUndefined();
    expect(await maturity.getLevel(logs)).toBe(1);

    setTime(afterDays(1));
    setEntities([unmanaged, maya]);
    expect(await get()).toEqual(first);
    // Whoever reads has the page open already, and nobody else has.
    expect(signalled()).toEqual([]);
  });

  it('answers up to this very moment, for no later one', async () => {
    const { get, setTime } = await open();
    await get();
    setTime(afterDays(2));
    expect((await get(afterDays(2))).level).toBe(1);
    await expect(get(afterDays(2, 1))).rejects.toMatchObject({
      name: 'InputError',
      message: 'Invalid request: at: must not be in the future',
    });
    expect((await get(start)).level).toBe(1);
    expect((await get(afterDays(0, -1))).level).toBe(0);
  });

  it('tells what was so at a past moment, not what is', async () => {
    const collector = onCallCollector();
    const {
      get,
      levels: maturity,
      setTime,
      setEntities,
    } = await open({
      entities: [
        serviceEntity('logs', {
          annotations: { 'platform-product/level': '3' },
        }),
        maya,
      ],
      criteria: onCall,
      collectors: [collector],
    });
    await get();
    setTime(afterDays(1));
    collector.isBroken = true;
    setEntities([unmanaged, maya]);
    await maturity.reassess(logs);
    expect(await get()).toMatchObject({
      level: 0,
      asOf: afterDays(1),
      failedCollectors: [{ collector: 'on-call', failedAt: afterDays(1) }],
    });
    const past = await get(afterDays(1, -1));
    expect(past).toMatchObject({
      level: 1,
      asOf: afterDays(1, -1),
      failedCollectors: [],
    });
    // What was declared then is not on record.
    expect(past.declaredLevel).toBeUndefined();
    expect((await get(afterDays(1))).level).toBe(0);
  });

  it('shows what the entity declares beside what is evident', async () => {
    const { get } = await open({
      entities: [
        serviceEntity('logs', {
          annotations: { 'platform-product/level': '3' },
        }),
        maya,
      ],
    });
    expect(await get()).toMatchObject({ level: 1, declaredLevel: 3 });
    expect((await get(start)).declaredLevel).toBeUndefined();
  });

  it('shows an attestation from when it was made until it was withdrawn', async () => {
    const { get, attestations, levels: maturity, setTime } = await open();
    await get();
    const attest = (statement: string) =>
      attestations.attest({
        entityRef: logs,
        criterionId: 'guide',
        statement,
        expiresAt: afterDays(90),
        by: olga,
      });
    const shown = async (at?: string) => {
      const { levels } = await get(at);
      const criteria = levels.flatMap(level => level.criteria);
      return criteria.flatMap(({ id: criterionId, attestation }) =>
        attestation ? [[criterionId, attestation.statement]] : [],
      );
    };
    setTime(afterDays(1));
    await attest('It was reviewed.');
    setTime(afterDays(2));
    const { id: second } = await attest('It was reviewed again.');
    setTime(afterDays(3));
    expect(await shown()).toEqual([['guide', 'It was reviewed again.']]);
    await attestations.withdraw(second, olga);
    await maturity.reassess(logs);
    expect(await shown(afterDays(1, -1))).toEqual([]);
    expect(await shown(afterDays(1))).toEqual([['guide', 'It was reviewed.']]);
    expect(await shown(afterDays(2, -1))).toEqual([
      ['guide', 'It was reviewed.'],
    ]);
    expect(await shown(afterDays(2))).toEqual([
      ['guide', 'It was reviewed again.'],
    ]);
    expect(await shown(afterDays(3, -1))).toEqual([
      ['guide', 'It was reviewed again.'],
    ]);
    // The older one does not come back with that.
    expect(await shown(afterDays(3))).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it('goes by the ladder of the time, and by the first one before it', async () => {
    const asked = { asked: { enabled: true, title: 'People were asked' } };
    await open();
    await open({ now: afterDays(2), criteria: asked });
    // The first one again.
    const { get } = await open({ now: afterDays(4) });
    const criteriaAt = async (at?: string) => {
      const { levels } = await get(at);
      return levels[0].criteria.map(criterion => criterion.id);
    };
    const few = ['product-manager', 'consumers-known'];
    const more = ['product-manager', 'asked', 'consumers-known'];
    expect(await criteriaAt(afterDays(-1))).toEqual(few);
    expect(await criteriaAt(afterDays(2, -1))).toEqual(few);
    expect(await criteriaAt(afterDays(2))).toEqual(more);
    expect(await criteriaAt(afterDays(4, -1))).toEqual(more);
    expect(await criteriaAt(afterDays(4))).toEqual(few);
    expect(await criteriaAt()).toEqual(few);
  });

  it('is not put out by a clock that is behind', async () => {
    const { get, setTime, attestations, levels: maturity } = await open();
    setTime(afterDays(1));
    await attestations.attest({
      entityRef: logs,
      criterionId: 'guide',
      statement: 'It was reviewed.',
      expiresAt: afterDays(90),
      by: olga,
    });
    await maturity.reassess(logs);
    const before = await get();
    setTime(start);
    expect(await get()).toEqual(before);
    expect(before.levels[1].criteria[0]).toMatchObject({
      id: 'guide',
      result: 'pass',
      attestation: { statement: 'It was reviewed.' },
    });
  });

  it('lists how the level went, the newest first, page by page', async () => {
    const { levels: maturity, setTime, setEntities } = await open();
    for (let day = 0; day < 5; day++) {
      setTime(afterDays(day));
      setEntities([day % 2 ? unmanaged : managed, maya]);
      await maturity.reassess(logs);
    }
    const steps = [4, 3, 2, 1, 0].map(day => ({
      at: afterDays(day),
      fromLevel: day === 0 ? 0 : day % 2,
      toLevel: 1 - (day % 2),
      reason: day ? 'evidence' : 'first-assessment',
    }));
    const page = async (limit: number, cursor?: string) =>
      maturity.listHistory(logs, { limit, cursor });

    const whole = await page(5);
    expect(whole).toMatchObject({ items: steps, totalItems: 5 });
    expect(whole.pageInfo.nextCursor).toBeUndefined();
    const first = await page(2);
    expect(first).toMatchObject({ items: steps.slice(0, 2), totalItems: 5 });
    const second = await page(2, first.pageInfo.nextCursor);
    expect(second).toMatchObject({ items: steps.slice(2, 4), totalItems: 5 });
    const third = await page(2, second.pageInfo.nextCursor);
    expect(third).toMatchObject({ items: steps.slice(4), totalItems: 5 });
    expect(third.pageInfo.nextCursor).toBeUndefined();

    await expect(
      maturity.listHistory('component:default/metrics', {
        limit: 2,
        cursor: first.pageInfo.nextCursor,
      }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(
      await maturity.listHistory('component:default/metrics', { limit: 2 }),
    ).toEqual({ items: [], totalItems: 0, pageInfo: {} });
  });

  it('signals a change to the pages that show it, and nothing else', async () => {
    const {
      levels: maturity,
      sweep,
      setEntities,
      signalled,
      signals,
      get,
    } = await open();
    await maturity.reassess(logs);
    const portfolio = 'platform-product:portfolio';
    expect(signalled()).toEqual([portfolio]);
    await maturity.reassess(logs);
    expect(signalled()).toEqual([]);
    setEntities([unmanaged, maya]);
    await maturity.reassess(logs);
    const { signalChannel } = await get();
    expect(signals.publish).toHaveBeenCalledWith({
      channel: signalChannel,
      recipients: { type: 'broadcast' },
      message: { action: 'reassessed' },
    });
    expect(signalled()).toEqual([portfolio, signalChannel]);
    setEntities([managed, maya]);
    await sweep.run();
    expect(signalled()).toEqual([portfolio, signalChannel]);
    await maturity.signalChanges([]);
    expect(signalled()).toEqual([]);
  });

  it('asks the collectors that it is told to; at first, all of them', async () => {
    const collector = onCallCollector();
    const {
      levels: maturity,
      get,
      setEntities,
    } = await open({
      criteria: onCall,
      collectors: [collector],
    });
    await maturity.reassess(logs, ['attestation']);
    expect(collector.asked).toEqual([logs]);
    expect((await get()).level).toBe(1);
    setEntities([unmanaged, maya]);
    await maturity.reassess(logs, ['attestation']);
    expect(collector.asked).toEqual([logs]);
    expect((await get()).level).toBe(1);
    await maturity.reassess(logs);
    expect(collector.asked).toEqual([logs, logs]);
    expect((await get()).level).toBe(0);
  });

  it('does nothing for what the catalog does not have', async () => {
    const { levels: maturity, signalled } = await open({ entities: [maya] });
    await maturity.reassess(logs);
    expect(await maturity.getLevel(logs)).toBe(0);
    expect(signalled()).toEqual([]);
  });

  it('knows the titles of those that were assessed', async () => {
    const { levels: maturity, serviceList } = await open({
      entities: [
        managed,
        serviceEntity('metrics', { title: 'All metrics' }),
        maya,
      ],
    });
    const refs = [logs, 'component:default/metrics', 'component:default/other'];
    expect(await serviceList.getTitles(refs)).toEqual(new Map());
    await maturity.reassess(logs);
    await maturity.reassess(refs[1]);
    expect(await serviceList.getTitles(refs)).toEqual(
      new Map([
        [logs, 'logs'],
        [refs[1], 'All metrics'],
      ]),
    );
    expect(await serviceList.getTitles(refs.slice(1))).toEqual(
      new Map([[refs[1], 'All metrics']]),
    );
  });
});

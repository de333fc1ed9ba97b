import { MaturityRecords } from '@platform-product/backstage-plugin-node';
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

const now = '2026-06-01T12:00:00.000Z';
const logs = 'component:default/logs';
const olga = 'user:default/olga';
const stella = 'user:default/stella';

const january = new Date('2026-01-10T00:00:00.000Z');
const february = new Date('2026-02-10T00:00:00.000Z');
const march = new Date('2026-03-10T00:00:00.000Z');
const july = new Date('2026-07-10T00:00:00.000Z');

/** What collectors would have seen since January: enough for level 1. */
const evidence: MaturityRecords['evidence'] = (
  [
    ['product-manager', 'annotation:platform-product/product-manager'],
    ['consumers-known', 'consumers'],
  ] as const
).map(([criterionId, source]) => ({
  criterionId,
  source,
  result: 'pass',
  summary: 'As it was on paper',
  firstSeenAt: january,
  lastSeenAt: march,
}));

const attestation = (key: string, createdAt: Date, criterionId = 'guide') => ({
  key,
  criterionId,
  statement: `Reviewed, said ${key}.`,
  createdBy: olga,
  createdAt,
  expiresAt: july,
});

describe.each(databases.eachSupportedId())('RecordImporter on %s', id => {
  let knex: Knex;
  let room: Awaited<ReturnType<typeof startMaturityRoom>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await clearMaturity(knex);
    room = await startMaturityRoom({
      knex,
      now,
      entities: [serviceEntity('logs'), userEntity('maya')],
      config: { maturity: smallLadder },
    });
  });

  const run = (...records: MaturityRecords[]) =>
    room.importer.run({ id: 'paper', load: async () => records });

  async function history() {
    const { items } = await room.levels.listHistory(logs, { limit: 100 });
    return items.map(({ at, fromLevel, toLevel, reason }) => [
      at,
      fromLevel,
      toLevel,
      reason,
    ]);
  }

  const keptEvidence = () =>
    knex('maturity_evidence').orderBy(['criterion_id', 'first_seen_at']);

  it('works out the levels that the records make', async () => {
    expect(
      await run({
        entityRef: logs,
        evidence,
        attestations: [attestation('a', february)],
      }),
    ).toEqual([logs]);
    expect(await history()).toEqual([
      // What was seen last in March counted for 30 days, and for 14 of grace.
      ['2026-04-23T00:00:00.000Z', 2, 0, 'evidence'],
      ['2026-04-09T00:00:00.000Z', 2, 2, 'evidence'],
      [february.toISOString(), 1, 2, 'evidence'],
      [january.toISOString(), 0, 1, 'first-assessment'],
    ]);
    const past = await room.levels.getMaturity(
      await room.getService(logs),
      february,
    );
    expect(past.level).toBe(2);
    expect(
      past.levels[1].criteria.find(c => c.id === 'guide')?.attestation,
    ).toMatchObject({ statement: 'Reviewed, said a.', createdBy: olga });
    expect(room.logger.info).toHaveBeenCalledWith('Imported older records', {
      import: 'paper',
      services: 1,
    });
  });

  it('says since when the service has had the level that it still has', async () => {
    room.setTime('2026-04-15T00:00:00.000Z');
    await run({
      entityRef: logs,
      evidence,
      attestations: [attestation('a', february)],
    });
    // It was at risk in between, on the same level.
    expect((await history()).slice(0, 2)).toEqual([
      ['2026-04-09T00:00:00.000Z', 2, 2, 'evidence'],
      [february.toISOString(), 1, 2, 'evidence'],
    ]);
    await room.levels.reassess(logs);
    const { items } = await room.serviceList.list({
      visible: [logs],
      filters: {},
      sort: 'level',
      order: 'asc',
      limit: 1,
    });
    expect(items).toMatchObject([
      { level: 2, levelSince: february.toISOString() },
    ]);
  });

  it('lets an attestation count until the next one for its criterion', async () => {
    await run({
      entityRef: logs,
      attestations: [
        attestation('later', march),
        attestation('first', january),
        attestation('another criterion', february, 'asked'),
      ],
    });
    expect(await keptEvidence()).toMatchObject([
      { criterion_id: 'asked', summary: 'Reviewed, said another criterion.' },
      { criterion_id: 'guide', summary: 'Reviewed, said first.' },
      { criterion_id: 'guide', summary: 'Reviewed, said later.' },
    ]);
    const times = (await keptEvidence()).map(row =>
      ['first_seen_at', 'last_seen_at', 'superseded_at', 'valid_until'].map(
        column => row[column] && new Date(row[column]).toISOString(),
      ),
    );
    const [first, second, third] = [january, february, march].map(at =>
      at.toISOString(),
    );
    const end = july.toISOString();
    expect(times).toEqual([
      [second, now, null, end],
      [first, third, third, end],
      [third, now, null, end],
    ]);
  });

  it('takes attestations in whatever order they are in', async () => {
    await run({
      entityRef: logs,
      attestations: [
        attestation('c', march),
        attestation('a', january),
        attestation('b', february),
      ],
    });
    const kept = await keptEvidence();
    expect(kept.map(row => row.summary)).toEqual([
      'Reviewed, said a.',
      'Reviewed, said b.',
      'Reviewed, said c.',
    ]);
    expect(
      kept.map(row => row.superseded_at && +new Date(row.superseded_at)),
    ).toEqual([+february, +march, null]);
  });

  it('keeps waivers with their decisions', async () => {
    const waiver = {
      key: 'w1',
      criterionId: 'guide',
      reason: 'We were two people.',
      requestedBy: olga,
      requestedAt: january,
      expiresAt: july,
    };
    await run({
      entityRef: logs,
      waivers: [
        waiver,
        {
          ...waiver,
          key: 'w2',
          criterionId: 'outside-reviewers',
          decision: 'approved',
          decidedBy: stella,
          decidedAt: february,
        },
      ],
    });
    const kept = await room.waivers.listOf([logs]);
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          criterionId: 'guide',
          status: 'pending',
          requestedBy: olga,
          requestedAt: january.toISOString(),
          expiresAt: july.toISOString(),
        }),
        expect.objectContaining({
          criterionId: 'outside-reviewers',
          status: 'approved',
          decidedBy: stella,
          decidedAt: february.toISOString(),
        }),
      ]),
    );
  });

  it('counts a waiver in the history from its decision on', async () => {
    await run({
      entityRef: logs,
      evidence: evidence?.slice(0, 1),
      waivers: [
        {
          key: 'w1',
          criterionId: 'consumers-known',
          reason: 'It is new.',
          requestedBy: olga,
          requestedAt: january,
          expiresAt: july,
          decision: 'approved',
          decidedBy: stella,
          decidedAt: february,
        },
      ],
    });
    expect((await history()).slice(-2)).toEqual([
      [february.toISOString(), 0, 1, 'evidence'],
      [january.toISOString(), 0, 0, 'first-assessment'],
    ]);
  });

  it('takes the same records in once, and those of another import, too', async () => {
    const records = {
      entityRef: logs,
      evidence,
      attestations: [attestation('a', february)],
    };
    await run(records);
    const before = [await history(), await keptEvidence()];
    expect(await run(records)).toEqual([]);
    expect(await run({ ...records, evidence: [] })).toEqual([]);
    expect([await history(), await keptEvidence()]).toEqual(before);
    expect(await knex('maturity_attestations')).toHaveLength(1);

    const again = await room.importer.run({
      id: 'more paper',
      load: async () => [
        { entityRef: logs, attestations: [attestation('b', january)] },
      ],
    });
    expect(again).toEqual([logs]);
    expect(await knex('maturity_attestations')).toHaveLength(2);
  });

  it('leaves alone what is on record of other services', async () => {
    const metrics = 'component:default/metrics';
    await run({ entityRef: metrics, evidence });
    const before = await knex('maturity_history').orderBy('id');
    expect(before).not.toEqual([]);
    await run({ entityRef: logs, evidence });
    const after = await knex('maturity_history')
      .where({ entity_ref: metrics })
      .orderBy('id');
    expect(after).toEqual(before);
  });

  it('takes none for what is known by itself', async () => {
    await room.levels.reassess(logs);
    const known = await keptEvidence();
    await run({ entityRef: logs, evidence });
    const kept = await keptEvidence();
    expect(kept).toHaveLength(known.length);
    expect(kept).toEqual(known);
  });

  it('writes no history where the records make none', async () => {
    expect(await run({ entityRef: logs })).toEqual([logs]);
    expect(await history()).toEqual([]);
    expect(await run()).toEqual([]);
  });

  it('tells an import what time it is', async () => {
    const load = jest.fn(async () => []);
    await room.importer.run({ id: 'paper', load });
    expect(load).toHaveBeenCalledWith({ now: new Date(now) });
  });
});

import { Entity } from '@backstage/catalog-model';
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

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-06-01T12:00:00.000Z');

const logs = 'component:default/logs';
const metrics = 'component:default/metrics';
const olga = 'user:default/olga';

const both = [
  serviceEntity('logs'),
  serviceEntity('metrics'),
  userEntity('maya'),
];
const withoutLogs = both.slice(1);

describe.each(databases.eachSupportedId())(
  'services that leave the catalog, on %s',
  id => {
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
        now: new Date(start).toISOString(),
        entities: both,
        config: {
          maturity: smallLadder,
          keepGoneServicesFor: { days: 100 },
        },
      });
      for (const entityRef of [logs, metrics]) {
        await room.attestations.attest({
          entityRef,
          criterionId: 'guide',
          statement: 'The guide was reviewed.',
          expiresAt: new Date(start + 90 * day).toISOString(),
          by: olga,
        });
        await room.waivers.request({
          entityRef,
          criterionId: 'outside-reviewers',
          reason: 'We are two people.',
          expiresAt: new Date(start + 90 * day).toISOString(),
          by: olga,
        });
      }
      await room.importRecords({
        id: 'paper',
        load: async () => [{ entityRef: logs }, { entityRef: metrics }],
      });
      await sweepAt(0, both);
    });

    async function sweepAt(time: number, entities: readonly Entity[]) {
      room.setEntities(entities);
      room.setTime(start + time);
      await room.sweep.run();
      return room.retention.run();
    }

    /** Which tables know a service, by how many rows. */
    async function rowsOf(entityRef: string) {
      const counts: Record<string, number> = {};
      for (const table of [
        'services',
        'service_figures',
        'maturity_services',
        'maturity_evidence',
        'maturity_history',
        'maturity_attestations',
        'maturity_waivers',
        'maturity_imports',
      ]) {
        const rows = await knex(table).where({ entity_ref: entityRef });
        counts[table.replace('maturity_', '')] = rows.length;
      }
      return counts;
    }

    const listed = async () =>
      (await room.serviceList.listGroups('all'))
        .map(({ entityRef }) => entityRef)
        .sort();

    it('are not listed any more, and nothing of them is lost at first', async () => {
      const before = await rowsOf(logs);
      expect(Object.values(before).every(count => count > 0)).toBe(true);
      await sweepAt(day, withoutLogs);
      expect(await listed()).toEqual([metrics]);
      expect(await room.serviceList.getTitles([logs, metrics])).toEqual(
        new Map([[metrics, 'metrics']]),
      );
      expect(await rowsOf(logs)).toEqual(before);
    });

    it('are as they were when they come back', async () => {
      await sweepAt(day, withoutLogs);
      await sweepAt(100 * day, withoutLogs);
      await sweepAt(105 * day, both);
      expect(await listed()).toEqual([logs, metrics]);
      expect(await rowsOf(logs)).toMatchObject({ attestations: 1, waivers: 1 });
      const { items } = await room.levels.listHistory(logs, { limit: 10 });
      // The attestation ended while they were away, and its grace period, too.
      expect(
        items.map(({ fromLevel, toLevel }) => [fromLevel, toLevel]),
      ).toEqual([
        [2, 1],
        [0, 2],
      ]);
      // The time that it was away before does not count the next time.
      await sweepAt(106 * day, withoutLogs);
      await sweepAt(107 * day, withoutLogs);
      expect(await rowsOf(logs)).toMatchObject({ services: 1 });
    });

    it('are listed again where nothing has changed meanwhile, too', async () => {
      await sweepAt(day, withoutLogs);
      await sweepAt(2 * day, both);
      expect(await listed()).toEqual([logs, metrics]);
      expect(await rowsOf(logs)).toMatchObject({ history: 1 });
    });

    it('are forgotten once they were away for longer than is kept', async () => {
      await sweepAt(day, withoutLogs);
      await sweepAt(day + 100 * day, withoutLogs);
      expect(await rowsOf(logs)).toMatchObject({ services: 1, history: 1 });
      const others = await rowsOf(metrics);
      room.logger.info.mockClear();
      expect(await sweepAt(day + 100 * day + 1, withoutLogs)).toBe(1);
      expect(Object.values(await rowsOf(logs))).toEqual(Array(7).fill(0));
      expect(await rowsOf(metrics)).toEqual(others);
      expect(room.logger.info.mock.calls).toEqual([
        ['Assessed all services', { services: 1, gone: 0, seconds: 0 }],
        ['Forgot services', { services: 1 }],
      ]);
    });

    it('are counted once', async () => {
      await sweepAt(day, withoutLogs);
      expect(room.logger.info).toHaveBeenLastCalledWith(
        'Assessed all services',
        expect.objectContaining({ services: 1, gone: 1 }),
      );
      await sweepAt(2 * day, withoutLogs);
      expect(room.logger.info).toHaveBeenLastCalledWith(
        'Assessed all services',
        expect.objectContaining({ services: 1, gone: 0 }),
      );
    });

    it('are not gone because a sweep was broken off', async () => {
      const stop = new AbortController();
      stop.abort();
      room.setEntities(withoutLogs);
      room.setTime(start + day);
      await expect(room.sweep.run(stop.signal)).rejects.toThrow('aborted');
      expect(await listed()).toEqual([logs, metrics]);
    });

    const breakOff = () =>
      knex('maturity_sweeps').update({
        started_at: new Date(start + day),
        finished_at: null,
        cursor: 'from another catalog',
        pages: 3,
      });

    it('a sweep that was broken off goes on within a day', async () => {
      await breakOff();
      await expect(sweepAt(2 * day - 1, withoutLogs)).rejects.toThrow();
      expect(room.logger.info).toHaveBeenLastCalledWith(
        'Going on with a sweep that was broken off',
        { pages: 3 },
      );
      expect(await listed()).toEqual([logs, metrics]);
    });

    it('a sweep that was broken off starts over after a day', async () => {
      await breakOff();
      await sweepAt(2 * day, withoutLogs);
      expect(await listed()).toEqual([metrics]);
    });

    it('a sweep that came to its end starts over the next time', async () => {
      await knex('maturity_sweeps').update({ cursor: 'from another catalog' });
      await sweepAt(day - 1, withoutLogs);
      expect(await knex('maturity_sweeps')).toMatchObject([
        { cursor: null, pages: 1 },
      ]);
      expect(await listed()).toEqual([metrics]);
    });
  },
);

import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { ServiceWorld } from '../__testUtils__/privacy/ServiceWorld';
import { people, services } from '../__testUtils__/privacy/World';
import { migrationsDirectory } from '../database/prepareDatabase';
import { AudienceService } from './audience/AudienceService';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';
import { ReleaseService } from './releases/ReleaseService';
import { ReleaseStore } from './releases/ReleaseStore';
import { DatabaseRoundStore } from './rounds/DatabaseRoundStore';

jest.setTimeout(60_000);

const hour = 60 * 60 * 1000;
const [broken, ...sound] = services;

/** A store that can do nothing about one service. */
class BrokenReleaseStore extends DatabaseReleaseStore {
  override async make(...options: Parameters<ReleaseStore['make']>) {
    if (options[0].entityRef === broken) throw new Error('It is broken');
    return super.make(...options);
  }
}

class WorseReleaseStore extends BrokenReleaseStore {
  override async forget(...options: Parameters<ReleaseStore['forget']>) {
    if (options[0].entityRef === broken) throw new Error('It is worse');
    return super.forget(...options);
  }
}

describe.each(databases.eachSupportedId())('closing a round on %s', id => {
  let knex: Knex;
  let closesAt: number;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    const world = new ServiceWorld(knex);
    await world.tick();
    for (const service of services) {
      for (const person of people.slice(0, 4)) {
        await world.answer(person, service, { ratings: { leverage: 3 } });
      }
    }
    closesAt = +new Date((await knex('satisfaction_rounds').first()).closes_at);
  });

  /** Runs the task at some times after the end of the round. */
  async function runAt(
    hours: readonly number[],
    options: {
      readonly store?: ReleaseStore;
      readonly countPeople?: AudienceService['countPeople'];
    } = {},
  ) {
    let now = new Date(closesAt);
    const service = new ReleaseService({
      rounds: new DatabaseRoundStore(knex),
      releases: options.store ?? new DatabaseReleaseStore(knex),
      audience: {
        countPeople: options.countPeople ?? (async () => new Map()),
      } as Partial<AudienceService> as AudienceService,
      schedule: { dates: [] },
      k: 3,
      commentThreshold: 6,
      reassess: async () => {},
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    for (const after of hours) {
      now = new Date(closesAt + after * hour);
      await service.run(new AbortController().signal);
    }
    const answers = await knex('satisfaction_answers').distinct('entity_ref');
    const releases = await knex('satisfaction_releases').orderBy('entity_ref');
    const { status, secret } = await knex('satisfaction_rounds').first();
    return {
      answers: answers.map(row => row.entity_ref),
      released: releases.map(row => row.entity_ref),
      status,
      hasSecret: secret !== null,
    };
  }

  it('has all rewritten that tells who has answered', async () => {
    await runAt([0]);
    expect(
      await knex('rewrites_due').orderBy('table_name').pluck('table_name'),
    ).toEqual(
      // SQLite overwrites by itself what is deleted.
      id === 'SQLITE_3'
        ? []
        : [
            'notifications_outbox',
            'satisfaction_answers',
            'satisfaction_rounds',
            'satisfaction_tallies',
          ],
    );
  });

  it('is done without the catalog, too', async () => {
    const countPeople = async () => {
      throw new Error('The catalog is down');
    };
    expect(await runAt([0], { countPeople })).toEqual({
      answers: [],
      released: services,
      status: 'closed',
      hasSecret: false,
    });
  });

  it('is tried for a day, however late it began', async () => {
    const store = new BrokenReleaseStore(knex);
    expect(await runAt([100, 101, 123], { store })).toEqual({
      answers: [broken],
      released: sound,
      status: 'closing',
      hasSecret: true,
    });
    expect(await runAt([124], { store })).toEqual({
      answers: [],
      released: sound,
      status: 'closed',
      hasSecret: false,
    });
  });

  it('goes on for the others where one can’t be closed at all', async () => {
    const store = new WorseReleaseStore(knex);
    expect(await runAt([0, 25, 50], { store })).toMatchObject({
      answers: [broken],
      released: sound,
      status: 'closing',
    });
    expect(await runAt([51])).toMatchObject({ answers: [], status: 'closed' });
  });
});

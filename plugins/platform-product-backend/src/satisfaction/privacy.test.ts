import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { openDatabaseFile } from '../__testUtils__/openDatabaseFile';
import { history, live } from '../__testUtils__/privacy/histories';
import { HttpWorld } from '../__testUtils__/privacy/HttpWorld';
import { Mutant, mutants } from '../__testUtils__/privacy/mutants';
import { ReleaseRecorder } from '../__testUtils__/privacy/ReleaseRecorder';
import { ServiceWorld } from '../__testUtils__/privacy/ServiceWorld';
import { prepareDatabase } from '../database/prepareDatabase';

jest.setTimeout(4 * 60 * 60 * 1000);

/** `PRIVACY_HISTORIES=10000` proves at length what every run proves in short. */
const wanted = Number(process.env.PRIVACY_HISTORIES ?? 0);
/** The same of those that go through the whole plugin, over HTTP. */
const wantedOverHttp = Number(process.env.PRIVACY_HISTORIES_OVER_HTTP ?? 0);
const histories = { SQLITE_3: 400, others: 120 };
const historiesOverHttp = 25;
/** A leak has to be found by then. */
const soon = 150;

async function clear(knex: Knex) {
  for (const table of [
    'satisfaction_answers',
    'satisfaction_tallies',
    'satisfaction_releases',
    'satisfaction_contacts',
    'satisfaction_feedback',
    'satisfaction_rounds',
  ]) {
    await knex(table).delete();
  }
}

describe.each(databases.eachSupportedId())('privacy on %s', id => {
  let knex: Knex;
  let folder: string;
  const recorder = new ReleaseRecorder();

  beforeAll(async () => {
    recorder.start();
    folder = mkdtempSync(join(tmpdir(), 'platform-product-privacy-'));
    knex =
      id === 'SQLITE_3'
        ? openDatabaseFile(join(folder, 'data.sqlite'))
        : await databases.init(id);
    await prepareDatabase({ getClient: async () => knex });
  });
  afterAll(async () => {
    recorder.stop();
    if (id === 'SQLITE_3') await knex.destroy();
    rmSync(folder, { recursive: true });
  });

  const liveAnew = async (
    acts: Parameters<typeof live>[2],
    mutant?: Mutant,
  ) => {
    await clear(knex);
    if (id === 'SQLITE_3') {
      const setting = mutant?.keepsFiles ? 'off' : 'on';
      await knex.raw(`pragma secure_delete = ${setting}`);
    }
    return live(new ServiceWorld(knex, mutant), recorder, acts);
  };

  it('gives nobody away, whatever people do', async () => {
    const numRuns =
      wanted || (id === 'SQLITE_3' ? histories.SQLITE_3 : histories.others);
    await fc.assert(
      fc.asyncProperty(history, async acts => {
        expect(await liveAnew(acts)).toEqual([]);
      }),
      { numRuns, seed: wanted ? Date.now() : 42, endOnFailure: true },
    );
  });

  it('gives nobody away over HTTP, to whoever asks', async () => {
    const world = await HttpWorld.start(await databases.init(id));
    try {
      await fc.assert(
        fc.asyncProperty(history, async acts => {
          await clear(world.knex);
          world.begin();
          expect(await live(world, recorder, acts)).toEqual([]);
        }),
        {
          numRuns: wantedOverHttp || historiesOverHttp,
          seed: wantedOverHttp ? Date.now() : 43,
          endOnFailure: true,
        },
      );
    } finally {
      await world.stop();
    }
  });

  it.each(Object.entries(mutants))(
    'would be seen to leak without rule %s',
    async (_, mutant) => {
      let found: readonly string[] = [];
      for (const acts of fc.sample(history, { numRuns: soon, seed: 7 })) {
        found = await liveAnew(acts, mutant);
        if (found.length) break;
      }
      expect(found).not.toEqual([]);
    },
  );
});

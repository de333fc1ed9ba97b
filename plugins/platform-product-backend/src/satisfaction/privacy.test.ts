import { Answer, Rating } from '@platform-product/backstage-plugin-common';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { migrationsDirectory } from '../database/connectDatabase';
import { Adversary } from '../__testUtils__/privacy/Adversary';
import { Mutant, mutants } from '../__testUtils__/privacy/mutants';
import {
  people,
  RatingWorld,
  services,
} from '../__testUtils__/privacy/RatingWorld';

jest.setTimeout(4 * 60 * 60 * 1000);

/** `PRIVACY_HISTORIES=10000` proves at length what every run proves in short. */
const wanted = Number(process.env.PRIVACY_HISTORIES ?? 0);
const histories = { SQLITE_3: 400, others: 120 };
/** A leak has to be found by then. */
const soon = 150;

const person = fc.constantFrom(...people);
const service = fc.constantFrom(...services);
const rating: fc.Arbitrary<Rating | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constant('cant-say' as const) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const answer = fc.record({
  leverage: rating,
  usability: rating,
  reliability: rating,
  cost: rating,
  latency: rating,
  commented: fc.boolean(),
});

const act = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      service,
      // The same people come again, and change what they said.
      who: fc.uniqueArray(person, { minLength: 1, maxLength: 7 }),
      answer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('withdraw' as const),
      service,
      who: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('erase' as const), who: person }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('release' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), service }),
  },
);

const history = fc.array(act, { minLength: 6, maxLength: 24 });

type History = Array<typeof act extends fc.Arbitrary<infer T> ? T : never>;

async function clear(knex: Knex) {
  for (const table of [
    'satisfaction_answers',
    'satisfaction_tallies',
    'satisfaction_releases',
    'satisfaction_rounds',
  ]) {
    await knex(table).delete();
  }
}

/** Lives through a history, and answers with what an adversary finds out. */
async function live(
  knex: Knex,
  acts: History,
  mutant?: Mutant,
): Promise<readonly string[]> {
  await clear(knex);
  const world = new RatingWorld(knex, mutant);
  const adversary = new Adversary(world);
  const comments: string[] = [];
  await world.tick();
  let view = await world.look();
  for (const one of [...acts, { kind: 'end' as const }]) {
    switch (one.kind) {
      case 'answer': {
        const { commented, ...ratings } = one.answer;
        for (const who of one.who) {
          const comment = commented ? `says-${comments.length}` : undefined;
          if (comment) comments.push(comment);
          const said: Answer = JSON.parse(JSON.stringify({ ratings, comment }));
          await world.answer(who, one.service, said);
          adversary.noteAnswer(who, one.service, said);
        }
        break;
      }
      case 'withdraw':
        for (const who of one.who) {
          await world.withdraw(who, one.service);
          adversary.noteWithdrawal(who, one.service);
        }
        break;
      case 'erase':
        await world.erase(one.who);
        for (const ref of services) adversary.noteWithdrawal(one.who, ref);
        await adversary.searchFor(one.who);
        break;
      case 'release':
        await world.tick();
        view = await world.look();
        adversary.study(view, [world.roundId]);
        break;
      case 'end': {
        const ended = world.roundId;
        await world.endRound();
        view = await world.look();
        adversary.study(view, [ended, world.roundId]);
        await adversary.searchTables();
        break;
      }
      default:
        world.move(one.service);
        view = await world.look();
    }
    const now = await world.look();
    adversary.compare(view, now, one.kind);
    if (adversary.findings.length) break;
  }
  adversary.searchLog(comments);
  return adversary.findings;
}

describe.each(databases.eachSupportedId())('privacy on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  it('gives nobody away, whatever people do', async () => {
    const numRuns =
      wanted || (id === 'SQLITE_3' ? histories.SQLITE_3 : histories.others);
    await fc.assert(
      fc.asyncProperty(history, async acts => {
        expect(await live(knex, acts)).toEqual([]);
      }),
      { numRuns, seed: wanted ? Date.now() : 42, endOnFailure: true },
    );
  });

  it.each(Object.entries(mutants))(
    'would be seen to leak without rule %s',
    async (_, mutant) => {
      let found: readonly string[] = [];
      for (const acts of fc.sample(history, { numRuns: soon, seed: 7 })) {
        found = await live(knex, acts, mutant);
        if (found.length) break;
      }
      expect(found).not.toEqual([]);
    },
  );
});

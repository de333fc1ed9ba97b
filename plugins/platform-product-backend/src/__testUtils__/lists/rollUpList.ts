import {
  RatedFeature,
  RollUpGroup,
} from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  rollUpGroups,
  scoreOf,
} from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import {
  Assessed,
  assessedServices,
  listedFor,
  toServiceTables,
} from './assessedServices';
import { compareAnswer, createListModel, ListModel, seldom } from './ListModel';
import {
  Released,
  releasedServices,
  roundRows,
  rounds,
  toReleaseRows,
} from './releases';
import {
  barred,
  domainOf,
  hidden,
  orphans,
  reader,
  services,
  stranger,
} from './scene';
import { Stage } from './Stage';

/** Older scores have to be asked for. */
const newestRounds = 4;

interface World {
  readonly assessed: readonly Assessed[];
  readonly released: readonly Released[];
}

const ask = fc.record({
  user: fc.constantFrom(reader, reader, stranger, stranger, barred),
  by: fc.constantFrom(...rollUpGroups),
  round: seldom(fc.constantFrom(...rounds.map(({ id }) => id), 'round-x'), 2),
});

type Ask = typeof ask extends fc.Arbitrary<infer T> ? T : never;

function nameOf(
  { owner, system }: Assessed,
  by: RollUpGroup,
  user: string,
): string | undefined {
  if (by === 'all') return '';
  if (by !== 'domain') return { owner, system }[by];
  // Readers learn the domain of a system only if they may read the system.
  return system && !hidden[user]?.includes(system)
    ? domainOf[system]
    : undefined;
}

function addUp(all: ReadonlyArray<readonly number[]>): number[] {
  return [0, 1, 2, 3, 4].map(index =>
    all.reduce((sum, counts) => sum + counts[index], 0),
  );
}

function listRollUps(
  { assessed, released }: World,
  { user, by, round: wanted }: Ask,
  byText: (one: string, other: string) => number,
) {
  const known = listedFor(user, assessed);
  const serviceOf = (key: string) => known.find(one => one.key === key);
  const seen = released
    .filter(({ key }) => serviceOf(key))
    .sort((one, other) => byText(one.key, other.key));
  const inRound = (age: number) => seen.filter(one => one.inRound[age]);
  const ages = rounds.flatMap(({ id }, age) =>
    (age < newestRounds || id === wanted) && inRound(age).length ? [age] : [],
  );
  const age = wanted ? rounds.findIndex(({ id }) => id === wanted) : ages.at(0);
  if (age === -1) return undefined;
  const shown = age === undefined ? [] : inRound(age);
  const names = new Map<string, Released[]>();
  for (const one of shown) {
    const name = nameOf(serviceOf(one.key)!, by, user);
    if (name !== undefined) names.set(name, [...(names.get(name) ?? []), one]);
  }
  const scoreOn = (feature: RatedFeature, own: readonly Released[]) => {
    const counts = own.flatMap(one => {
      const figures = one.inRound[age!]!.features[feature];
      return figures ? [figures.counts] : [];
    });
    const sum = addUp(counts);
    const prior: { readonly [feature: string]: number[] | undefined } =
      rounds[age!].prior;
    return counts.length
      ? [[feature, scoreOf({ counts: sum }, prior[feature] ?? sum)] as const]
      : [];
  };
  return {
    roundId: age === undefined ? undefined : rounds[age].id,
    rounds: ages.map(one => rounds[one].id),
    items: [...names].map(([name, own]) => ({
      name,
      services: own.length,
      features: Object.fromEntries(
        ratedFeatures.flatMap(feature => scoreOn(feature, own)),
      ),
    })),
  };
}

async function compare(stage: Stage, world: World, asked: Ask) {
  const { user, ...query } = asked;
  const byText = await stage.rank([...services, ...orphans]);
  await compareAnswer(
    stage,
    { operation: 'listRollUps', user, query },
    listRollUps(world, asked, byText),
  );
}

/** Sums of what was published of the services that a reader may see. */
export const rollUpList: ListModel = createListModel<World, Ask>({
  operations: ['listRollUps'],
  world: fc.record({
    assessed: assessedServices,
    released: releasedServices,
  }),
  ask,
  toTables: ({ assessed, released }) => ({
    ...toServiceTables(assessed),
    satisfaction_rounds: roundRows,
    satisfaction_releases: released.flatMap(toReleaseRows),
  }),
  compare,
});

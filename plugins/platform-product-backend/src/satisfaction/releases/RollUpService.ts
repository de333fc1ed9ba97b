import { NotFoundError } from '@backstage/errors';
import {
  RatedFeature,
  RollUpGroup,
  RollUps,
  Score,
} from '@platform-product/backstage-plugin-common';
import {
  addFigures,
  ratedFeatures,
  scoreOf,
  suppressDifferences,
} from '@platform-product/backstage-plugin-common/rules';
import { RoundService } from '../rounds/RoundService';
import { StoredRound } from '../rounds/RoundStore';
import { ReleaseStore, StoredRelease } from './ReleaseStore';

/** A service that a caller may know of, with what it is part of. */
export interface GroupedService {
  readonly entityRef: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
}

/** Scores that are older than so many rounds have to be asked for. */
const roundsToLookAt = 4;

/** Adds releases up. What was not released of a service is in no sum. */
export class RollUpService {
  readonly #rounds: RoundService;
  readonly #releases: ReleaseStore;

  constructor(options: { rounds: RoundService; releases: ReleaseStore }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
  }

  /**
   * Two queries. Without a round, the newest that has releases is taken.
   *
   * @throws NotFoundError when there is no such round
   */
  async list(
    services: readonly GroupedService[],
    options: { readonly by: RollUpGroup; readonly roundId?: string },
  ): Promise<RollUps> {
    const { by, roundId } = options;
    const all = await this.#rounds.list();
    const asked = all.filter(
      ({ id }, index) => id === roundId || index < roundsToLookAt,
    );
    const known = new Map(services.map(item => [item.entityRef, item]));
    const releases = (
      await this.#releases.listIn(asked.map(({ id }) => id))
    ).filter(({ entityRef }) => known.has(entityRef));
    const released = asked.filter(({ id }) =>
      releases.some(item => item.roundId === id),
    );
    const round = roundId
      ? asked.find(({ id }) => id === roundId)
      : released.at(0);
    if (roundId && !round) {
      throw new NotFoundError(`No round found with id '${roundId}'`);
    }
    return {
      roundId: round?.id,
      rounds: released.map(({ id }) => id),
      items: round
        ? rollUp(
            round,
            releases.filter(item => item.roundId === round.id),
            entityRef => (by === 'all' ? '' : known.get(entityRef)?.[by]),
          )
        : [],
    };
  }
}

function rollUp(
  round: StoredRound,
  releases: readonly StoredRelease[],
  nameOf: (entityRef: string) => string | undefined,
): RollUps['items'] {
  const parts = new Map<string, StoredRelease[]>();
  for (const release of releases) {
    const name = nameOf(release.entityRef);
    if (name === undefined) continue;
    const others = parts.get(name);
    if (others) others.push(release);
    else parts.set(name, [release]);
  }
  const scores = ratedFeatures.map(feature => ({
    feature,
    byName: scoresOn(feature, round, parts, releases),
  }));
  return [...parts].map(([name, own]) => ({
    name,
    services: own.length,
    features: Object.fromEntries(
      scores.flatMap(({ feature, byName }) => {
        const score = byName.get(name);
        return score ? [[feature, score]] : [];
      }),
    ),
  }));
}

function scoresOn(
  feature: RatedFeature,
  round: StoredRound,
  parts: ReadonlyMap<string, readonly StoredRelease[]>,
  releases: readonly StoredRelease[],
): ReadonlyMap<string, Score> {
  const shown = new Map(
    releases.flatMap(({ entityRef, figures }) => {
      const own = figures.features[feature];
      return own ? [[entityRef, own] as const] : [];
    }),
  );
  const sizes = new Map(
    [...shown].map(([entityRef, { counts }]) => [
      entityRef,
      counts.reduce((sum, some) => sum + some, 0),
    ]),
  );
  const sets = suppressDifferences(
    [...parts].map(([name, own]) => ({
      name,
      parts: own
        .map(({ entityRef }) => entityRef)
        .filter(ref => shown.has(ref)),
    })),
    sizes,
    round.k,
  );
  return new Map(
    sets.flatMap(({ name, parts: refs }) => {
      const sum = addFigures(
        refs.map(ref => ({ features: { [feature]: shown.get(ref)! } })),
      )[feature];
      const score = sum && scoreOf(sum, round.prior[feature] ?? sum.counts);
      return score ? [[name, score] as const] : [];
    }),
  );
}

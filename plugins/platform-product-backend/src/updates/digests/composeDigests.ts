import { NewsKind, ServiceNews } from '../../services/DigestSource';

/** What one person is told. */
export interface Digest {
  /** Counts of what is new, by service and kind. */
  readonly news: ReadonlyMap<
    string,
    Readonly<Partial<Record<NewsKind, number>>>
  >;
  /** Refs of services on which their rating is wanted. */
  readonly ratings: readonly string[];
  /**
   * Whether they rest from being asked from now on: whoever was invited does, whether
   * they have answered or not, so that nothing which is kept tells who has.
   */
  readonly rests: boolean;
}

type People = ReadonlyMap<string, ReadonlySet<string>>;

/** Who has to do with services, by the services' refs. */
export interface Concerned {
  readonly followers: People;
  readonly consumers: People;
  /** Who runs them: they know. */
  readonly team: People;
  /** Whether somebody follows a service and does not want to hear of a kind. */
  isMuted(
    userRef: string,
    entityRef: string,
    kind: NewsKind | 'ratings',
  ): boolean;
}

const nobody: ReadonlySet<string> = new Set();

/** Who hears of some news. */
function findListeners(
  { entityRef, kind, audience }: ServiceNews,
  { followers, consumers, team, isMuted }: Concerned,
): string[] {
  const listening = {
    everybody: [followers, consumers],
    consumers: [consumers],
    followers: [followers],
  }[audience];
  const people = new Set(
    listening.flatMap(of => [...(of.get(entityRef) ?? nobody)]),
  );
  return [...people].filter(
    userRef =>
      !team.get(entityRef)?.has(userRef) && !isMuted(userRef, entityRef, kind),
  );
}

/** One digest for each person for whom there is anything, or who was invited to rate. */
export function composeDigests(options: {
  readonly news: readonly ServiceNews[];
  readonly concerned: Concerned;
  /** Refs of services whose rating is wanted, by person who was invited to any. */
  readonly wanted: ReadonlyMap<string, readonly string[]>;
  /** Who was asked for ratings lately. */
  readonly rested: ReadonlySet<string>;
}): ReadonlyMap<string, Digest> {
  const { news, concerned, wanted, rested } = options;
  const told = new Map<
    string,
    Map<string, Partial<Record<NewsKind, number>>>
  >();
  for (const item of news) {
    for (const userRef of findListeners(item, concerned)) {
      const services = told.get(userRef) ?? new Map();
      told.set(userRef, services);
      const counts = services.get(item.entityRef) ?? {};
      counts[item.kind] = (counts[item.kind] ?? 0) + item.count;
      services.set(item.entityRef, counts);
    }
  }
  const asked = new Map<string, readonly string[]>();
  for (const [userRef, refs] of wanted) {
    if (rested.has(userRef)) continue;
    asked.set(
      userRef,
      refs.filter(
        ref =>
          !concerned.team.get(ref)?.has(userRef) &&
          !concerned.isMuted(userRef, ref, 'ratings'),
      ),
    );
  }
  return new Map(
    [...new Set([...told.keys(), ...asked.keys()])].map(userRef => [
      userRef,
      {
        news: told.get(userRef) ?? new Map(),
        ratings: asked.get(userRef) ?? [],
        rests: asked.has(userRef),
      },
    ]),
  );
}

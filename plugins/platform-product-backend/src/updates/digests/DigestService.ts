import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { titlesOf } from '../../catalog/titleOf';
import { Outbox } from '../../notifications/Outbox';
import { GroupTree } from '../../people/GroupTree';
import { ServiceUsers } from '../../people/ServiceUsers';
import { teamOf } from '../../people/teamOf';
import { DigestSource, Within } from '../../services/DigestSource';
import { Follows } from '../Follows';
import { composeDigests, Concerned, Digest } from './composeDigests';
import { DigestSchedule, lastDigestAt } from './digestSchedule';
import { DigestStore } from './DigestStore';
import { digestMade } from './notifications';

const day = 24 * 60 * 60 * 1000;
/** Nobody is asked for ratings more often than once in so long. */
const restFor = 30 * day;
/** After a longer silence, digests do not go back to its beginning. */
const length = { first: 7 * day, longest: 28 * day };
const keepFor = 90 * day;

/** Tells people once a week what is new, and which ratings are wanted. */
export class DigestService {
  readonly #store: DigestStore;
  readonly #sources: readonly DigestSource[];
  readonly #follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
  readonly #users: Pick<ServiceUsers, 'find'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;
  readonly #services: Pick<ServiceCatalog, 'getServices'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #schedule: DigestSchedule;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: DigestStore;
    sources: readonly DigestSource[];
    follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
    users: Pick<ServiceUsers, 'find'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
    services: Pick<ServiceCatalog, 'getServices'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    schedule: DigestSchedule;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#sources = options.sources;
    this.#follows = options.follows;
    this.#users = options.users;
    this.#groups = options.groups;
    this.#services = options.services;
    this.#outbox = options.outbox;
    this.#schedule = options.schedule;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Makes the digests that are due; whoever has theirs gets no other. */
  async run(): Promise<void> {
    const now = this.#now();
    const within = await this.#store.begin(
      lastDigestAt(now, this.#schedule),
      length,
    );
    if (!within) return;
    const { digests, titles, isKnown } = await this.#compose(within);
    // A catalog that is filled only now knows nothing yet; the next time, it does.
    if (!isKnown) return;
    await this.#store.add(
      [...digests].map(([userRef, { rests }]) => ({
        userRef,
        hasRatings: rests,
      })),
      within.until,
      async (transaction, added) => {
        await this.#outbox.put(
          transaction,
          ...[...added].flatMap(userRef => {
            const digest = digests.get(userRef)!;
            return digest.news.size || digest.ratings.length
              ? [digestMade(digest, { to: [userRef], titles })]
              : [];
          }),
        );
      },
    );
    await this.#store.finish(within.until, now);
    await this.#store.forget(new Date(+now - keepFor));
    await this.#outbox.wake();
    // How many there are would tell whether somebody has answered.
    this.#logger.info('Made digests');
  }

  async #compose(within: Within): Promise<{
    readonly digests: ReadonlyMap<string, Digest>;
    readonly titles: ReadonlyMap<string, string>;
    /** Whether the catalog knows any of the services that there is something to tell of. */
    readonly isKnown: boolean;
  }> {
    const found = await Promise.all(
      this.#sources.map(async source => ({
        news: (await source.listNews?.(within)) ?? [],
        wanted: (await source.listWantedRatings?.()) ?? new Map(),
      })),
    );
    const wanted: ReadonlyMap<string, readonly string[]> = new Map(
      found.flatMap(source => [...source.wanted]),
    );
    const news = found.flatMap(source => source.news);
    const refs = new Set([
      ...news.map(({ entityRef }) => entityRef),
      ...[...wanted.values()].flat(),
    ]);
    const services = await this.#services.getServices([...refs]);
    const known = new Set(services.map(({ entityRef }) => entityRef));
    const telling = new Set(news.map(({ entityRef }) => entityRef));
    const digests = composeDigests({
      news: news.filter(({ entityRef }) => known.has(entityRef)),
      wanted: new Map(
        [...wanted].map(([userRef, own]) => [
          userRef,
          own.filter(ref => known.has(ref)),
        ]),
      ),
      rested: await this.#store.listAsked(new Date(+within.until - restFor)),
      concerned: await this.#findConcerned(
        services,
        services.filter(({ entityRef }) => telling.has(entityRef)),
      ),
    });
    return {
      digests,
      titles: titlesOf(services),
      isKnown: !refs.size || services.length > 0,
    };
  }

  async #findConcerned(
    services: readonly ServiceEntity[],
    telling: readonly ServiceEntity[],
  ): Promise<Concerned> {
    const refs = services.map(({ entityRef }) => entityRef);
    const [followers, muted, consumers, inside] = await Promise.all([
      this.#follows.listFollowers(refs),
      this.#follows.listMuted(refs),
      this.#users.find(telling),
      this.#groups.findPeopleInside(
        services.flatMap(({ entity }) => teamOf(entity)),
      ),
    ]);
    return {
      followers,
      consumers,
      team: new Map(
        services.map(({ entityRef, entity }) => [
          entityRef,
          new Set(teamOf(entity).flatMap(ref => [...(inside.get(ref) ?? [])])),
        ]),
      ),
      isMuted: (userRef, entityRef, kind) =>
        muted.get(entityRef)?.get(userRef)?.has(kind) ?? false,
    };
  }
}

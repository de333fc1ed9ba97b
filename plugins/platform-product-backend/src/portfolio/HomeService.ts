import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Home,
  Waiting,
  WaitingItem,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { titleOf } from '../catalog/titleOf';
import { DueRatings } from '../satisfaction/DueRatings';
import { ServiceListStore } from '../services/ServiceListStore';
import { WaitingReader, WaitingSource } from '../services/WaitingSource';
import { Follows } from '../updates/Follows';
import { PortfolioService } from './PortfolioService';

const mostServices = 50;
const mostRatings = 50;
const mostOfKind = 10;
/** Whose queues are looked through, of somebody who owns very much. */
const mostOwn = 500;

interface HomeReader {
  readonly userRef: string;
  /** Refs of the reader and of their groups. */
  readonly claims: readonly string[];
  /** The same with all groups above, where there are some. */
  readonly within?: readonly string[];
}

/** What concerns one person: what waits for them, their services, and those that they use. */
export class HomeService {
  readonly #graph: CatalogGraph;
  readonly #services: ServiceCatalog;
  readonly #follows: Pick<Follows, 'listFollowed'>;
  readonly #dueRatings: DueRatings;
  readonly #portfolio: PortfolioService;
  readonly #access: Pick<AccessService, 'filterAllowed' | 'isSteward'>;
  readonly #list: Pick<ServiceListStore, 'listRefsOfTeam'>;
  readonly #waiting: readonly WaitingSource[];

  constructor(options: {
    graph: CatalogGraph;
    services: ServiceCatalog;
    follows: Pick<Follows, 'listFollowed'>;
    dueRatings: DueRatings;
    portfolio: PortfolioService;
    access: Pick<AccessService, 'filterAllowed' | 'isSteward'>;
    serviceList: Pick<ServiceListStore, 'listRefsOfTeam'>;
    waiting: readonly WaitingSource[];
  }) {
    this.#graph = options.graph;
    this.#services = options.services;
    this.#follows = options.follows;
    this.#dueRatings = options.dueRatings;
    this.#portfolio = options.portfolio;
    this.#access = options.access;
    this.#list = options.serviceList;
    this.#waiting = options.waiting;
  }

  /**
   * Constant numbers of queries and of catalog and permission calls, whatever
   * there is.
   */
  async get(
    reader: HomeReader,
    credentials: BackstageCredentials,
  ): Promise<Home> {
    const [own, ratings, waiting] = await Promise.all([
      this.#portfolio.listOfTeam(reader.claims, mostServices, credentials),
      this.#listRatings(reader, credentials),
      this.#listWaiting(reader, credentials),
    ]);
    return {
      ...ratings,
      waiting,
      services: own.items,
      totalServices: own.totalItems,
    };
  }

  async #listWaiting(
    { userRef, claims }: HomeReader,
    credentials: BackstageCredentials,
  ): Promise<Waiting> {
    const refs = await this.#list.listRefsOfTeam(claims, {
      // The catalog says below which of them the reader sees.
      visible: 'all',
      limit: mostOwn,
    });
    const reader: WaitingReader = {
      userRef,
      isSteward: this.#access.isSteward(claims),
      credentials,
      own: await this.#services.getVisibleServices(refs, credentials),
    };
    const found = await Promise.all(
      this.#waiting.map(source => source.listWaiting(reader)),
    );
    return toWaiting(found.flat());
  }

  /** Nobody is asked to rate what they may not rate, such as their own. */
  async #listRatings(
    { userRef, claims, within = claims }: HomeReader,
    credentials: BackstageCredentials,
  ): Promise<Pick<Home, 'round' | 'ratings' | 'totalRatings'>> {
    const alsoRefs = await this.#follows.listFollowed(userRef);
    const refs = await this.#graph.findUsed(within, credentials, { alsoRefs });
    const used = await this.#services.getVisibleServices(refs, credentials);
    const rateable = await this.#access.filterAllowed(
      'rate',
      used,
      credentials,
    );
    const titles = new Map(
      rateable.map(({ entityRef, entity }) => [entityRef, titleOf(entity)]),
    );
    const { round, items } = await this.#dueRatings.list(userRef, [
      ...titles.keys(),
    ]);
    const ratings = items
      .map(({ entityRef, contact }) => ({
        entityRef,
        title: titles.get(entityRef) ?? entityRef,
        isInvited: contact === 'invited',
        isNoted: contact !== undefined,
      }))
      .sort(
        (one, other) =>
          Number(other.isInvited) - Number(one.isInvited) ||
          one.title.localeCompare(other.title, 'en'),
      );
    return {
      round,
      ratings: ratings.slice(0, mostRatings),
      totalRatings: ratings.length,
    };
  }
}

/** In the order in which they come, some of each kind. */
function toWaiting(found: readonly WaitingItem[]): Waiting {
  const counts: Record<string, number> = {};
  const items = found.filter(({ kind }) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return counts[kind] <= mostOfKind;
  });
  return { items, counts, totalItems: found.length };
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Home } from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { titleOf } from '../catalog/titleOf';
import { DueRatings } from '../satisfaction/DueRatings';
import { Follows } from '../updates/Follows';
import { PortfolioService } from './PortfolioService';

const mostServices = 50;
const mostRatings = 50;

/** What concerns one person: their own services, and those that they use. */
export class HomeService {
  readonly #graph: CatalogGraph;
  readonly #services: ServiceCatalog;
  readonly #follows: Pick<Follows, 'listFollowed'>;
  readonly #dueRatings: DueRatings;
  readonly #portfolio: PortfolioService;
  readonly #access: AccessService;

  constructor(options: {
    graph: CatalogGraph;
    services: ServiceCatalog;
    follows: Pick<Follows, 'listFollowed'>;
    dueRatings: DueRatings;
    portfolio: PortfolioService;
    access: AccessService;
  }) {
    this.#graph = options.graph;
    this.#services = options.services;
    this.#follows = options.follows;
    this.#dueRatings = options.dueRatings;
    this.#portfolio = options.portfolio;
    this.#access = options.access;
  }

  /**
   * Constant numbers of queries and of catalog and permission calls, whatever
   * there is.
   */
  async get(
    user: { readonly userRef: string; readonly claims: readonly string[] },
    credentials: BackstageCredentials,
  ): Promise<Home> {
    const { userRef, claims } = user;
    const [own, ratings] = await Promise.all([
      this.#portfolio.list(
        {
          owner: [...claims],
          sort: 'title',
          order: 'asc',
          limit: mostServices,
        },
        credentials,
      ),
      this.#listRatings(userRef, claims, credentials),
    ]);
    return { ...ratings, services: own.items, totalServices: own.totalItems };
  }

  /** Nobody is asked to rate what they may not rate, such as their own. */
  async #listRatings(
    userRef: string,
    claims: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Pick<Home, 'round' | 'ratings' | 'totalRatings'>> {
    const alsoRefs = await this.#follows.listFollowed(userRef);
    const refs = await this.#graph.findUsed(claims, credentials, { alsoRefs });
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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Ladder,
  PortfolioFilters,
  PortfolioItem,
  PortfolioQuery,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { LevelMove, Levels } from '../maturity/Levels';
import {
  ListPosition,
  ServiceFilters,
  ServiceListStore,
} from '../services/ServiceListStore';
import { decodeCursor, encodeCursor } from './cursor';
import { csvHeader, toCsvLine } from './toCsv';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const servicesPerExportQuery = 5_000;

/** The services of the whole catalog, as far as a caller may know of them. */
export class PortfolioService {
  readonly #list: ServiceListStore;
  readonly #services: ServiceCatalog;
  readonly #levels: Pick<Levels, 'listMoves'>;
  readonly #ladder: Ladder;
  readonly #now: () => Date;

  constructor(options: {
    serviceList: ServiceListStore;
    services: ServiceCatalog;
    levels: Pick<Levels, 'listMoves'>;
    ladder: Ladder;
    now: () => Date;
  }) {
    this.#list = options.serviceList;
    this.#services = options.services;
    this.#levels = options.levels;
    this.#ladder = options.ladder;
    this.#now = options.now;
  }

  /**
   * A constant number of queries, however many services there are.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async list(
    query: PortfolioQuery,
    credentials: BackstageCredentials,
  ): Promise<{
    items: PortfolioItem[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const { sort, order, limit, cursor, ...filters } = query;
    const { items, totalItems, next } = await this.#list.list({
      after: cursor ? decodeCursor(query, cursor) : undefined,
      visible: await this.#services.getVisibleRefs(credentials),
      filters: toServiceFilters(filters),
      sort,
      order,
      limit,
    });
    return {
      items: items.map(toItem),
      totalItems,
      pageInfo: { nextCursor: next && encodeCursor(query, next) },
    };
  }

  /** Services that one of the given refs owns or manages, by title. */
  async listOfTeam(
    team: readonly string[],
    limit: number,
    credentials: BackstageCredentials,
  ): Promise<{ items: PortfolioItem[]; totalItems: number }> {
    const { items, totalItems } = await this.#list.list({
      visible: await this.#services.getVisibleRefs(credentials),
      filters: { team },
      sort: 'title',
      order: 'asc',
      limit,
    });
    return { items: items.map(toItem), totalItems };
  }

  async summarise(
    credentials: BackstageCredentials,
  ): Promise<PortfolioSummary> {
    const now = this.#now();
    const ago = (days: number) => new Date(+now - days * millisecondsPerDay);
    const visible = await this.#services.getVisibleRefs(credentials);
    const [{ owners, systems, kinds, asOf }, moves] = await Promise.all([
      this.#list.summarise(visible),
      this.#levels.listMoves({
        visible,
        monthAgo: ago(30),
        yearAgo: ago(365),
      }),
    ]);
    return {
      ...sumUp(moves, this.#ladder),
      owners: [...owners],
      systems: [...systems],
      kinds: [...kinds],
      asOf: asOf?.toISOString(),
    };
  }

  async exportCsv(
    query: Omit<PortfolioQuery, 'limit' | 'cursor'>,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { sort, order, ...filters } = query;
    const visible = await this.#services.getVisibleRefs(credentials);
    const parts = [csvHeader];
    let after: ListPosition | undefined;
    do {
      const { items, next } = await this.#list.list({
        visible,
        filters: toServiceFilters(filters),
        sort,
        order,
        limit: servicesPerExportQuery,
        after,
      });
      parts.push(...items.map(item => toCsvLine(toItem(item))));
      after = next;
    } while (after);
    return parts.join('');
  }
}

function toServiceFilters({
  level,
  atRisk,
  ...filters
}: PortfolioFilters): ServiceFilters {
  return {
    ...filters,
    figures: {
      ...(level && { level }),
      ...(atRisk !== undefined && { atRiskUntil: atRisk }),
    },
  };
}

/** Whatever is listed has a level: both are written at once. */
function toItem({
  asOf,
  productManager: _,
  ...item
}: Awaited<
  ReturnType<ServiceListStore['list']>
>['items'][number]): PortfolioItem {
  return { ...item, asOf: asOf.toISOString() } as PortfolioItem;
}

function sumUp(moves: readonly LevelMove[], ladder: Ladder) {
  const sum = (
    matches: (move: LevelMove) => boolean,
    field: 'count' | 'atRisk' = 'count',
  ) => moves.filter(matches).reduce((total, move) => total + move[field], 0);
  const levels = [{ level: 0, name: 'Not assessed' }, ...ladder.levels];
  return {
    totalItems: sum(() => true),
    levels: levels.map(definition => ({
      ...definition,
      count: sum(({ level }) => level === definition.level),
      yearAgo: sum(({ yearAgo }) => yearAgo === definition.level),
    })),
    upThisMonth: sum(
      ({ level, monthAgo }) => monthAgo !== undefined && level > monthAgo,
    ),
    downThisMonth: sum(
      ({ level, monthAgo }) => monthAgo !== undefined && level < monthAgo,
    ),
    atRisk: sum(() => true, 'atRisk'),
  };
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Ladder,
  PortfolioItem,
  PortfolioQuery,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { AssessedService } from '../maturity/MaturityStore';
import { ServiceListStore, ServiceSummary } from '../maturity/ServiceListStore';
import { decodeCursor, encodeCursor } from './cursor';
import { csvHeader, toCsvLine } from './toCsv';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const servicesPerExportQuery = 5_000;

/** The services of the whole catalog, as far as a caller may know of them. */
export class PortfolioService {
  readonly #services: ServiceListStore;
  readonly #catalog: ServiceCatalog;
  readonly #ladder: Ladder;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #now: () => Date;

  constructor(options: {
    services: ServiceListStore;
    catalog: ServiceCatalog;
    ladder: Ladder;
    now: () => Date;
  }) {
    this.#services = options.services;
    this.#catalog = options.catalog;
    this.#ladder = options.ladder;
    this.#titles = new Map(options.ladder.criteria.map(c => [c.id, c.title]));
    this.#now = options.now;
  }

  /** @throws InputError when the cursor is not one of this list */
  async list(
    query: PortfolioQuery,
    credentials: BackstageCredentials,
  ): Promise<{
    items: PortfolioItem[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const { sort, order, limit, cursor, ...filters } = query;
    const after = cursor ? decodeCursor(query, cursor) : undefined;
    const visible = await this.#catalog.getVisibleRefs(credentials);
    const { items, totalItems, next } = await this.#services.list({
      visible,
      filters,
      sort,
      order,
      limit,
      after,
    });
    return {
      items: items.map(item => this.#toItem(item)),
      totalItems,
      pageInfo: { nextCursor: next && encodeCursor(query, next) },
    };
  }

  async summarise(
    credentials: BackstageCredentials,
  ): Promise<PortfolioSummary> {
    const now = this.#now();
    const summary = await this.#services.summarise({
      visible: await this.#catalog.getVisibleRefs(credentials),
      monthAgo: new Date(+now - 30 * millisecondsPerDay),
      yearAgo: new Date(+now - 365 * millisecondsPerDay),
    });
    return toSummary(summary, this.#ladder);
  }

  async exportCsv(
    query: Omit<PortfolioQuery, 'limit' | 'cursor'>,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { sort, order, ...filters } = query;
    const visible = await this.#catalog.getVisibleRefs(credentials);
    const parts = [csvHeader];
    let after: Parameters<ServiceListStore['list']>[0]['after'];
    do {
      const { items, next } = await this.#services.list({
        visible,
        filters,
        sort,
        order,
        limit: servicesPerExportQuery,
        after,
      });
      parts.push(...items.map(item => toCsvLine(this.#toItem(item))));
      after = next;
    } while (after);
    return parts.join('');
  }

  #toItem(service: AssessedService): PortfolioItem {
    const [first] = service.heldBackBy;
    return {
      entityRef: service.entityRef,
      title: service.title,
      kind: service.kind,
      owner: service.owner,
      system: service.system,
      level: service.level,
      levelWithoutWaivers: service.levelWithoutWaivers,
      declaredLevel: service.declaredLevel,
      atRiskUntil: service.atRisk?.until,
      atRisk: service.atRisk,
      heldBackBy: [...service.heldBackBy],
      heldBackByTitle: first && this.#titles.get(first),
      levelSince: service.levelSince.toISOString(),
      asOf: service.assessedAt.toISOString(),
    };
  }
}

function toSummary(summary: ServiceSummary, ladder: Ladder): PortfolioSummary {
  const { moves } = summary;
  const sum = (
    matches: (move: ServiceSummary['moves'][number]) => boolean,
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
    owners: [...summary.owners],
    systems: [...summary.systems],
    kinds: [...summary.kinds],
    asOf: summary.oldestAssessment?.toISOString(),
  };
}

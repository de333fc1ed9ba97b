import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Ladder,
  OverallScore,
  PortfolioItem,
  PortfolioQuery,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { AssessedService } from '../maturity/MaturityStore';
import { ServiceListStore, ServiceSummary } from '../maturity/ServiceListStore';
import { decodeCursor, encodeCursor } from './cursor';
import { ScoreService } from '../satisfaction/releases/ScoreService';
import { csvHeader, toCsvLine } from './toCsv';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const servicesPerExportQuery = 5_000;

/** The services of the whole catalog, as far as a caller may know of them. */
export class PortfolioService {
  readonly #services: ServiceListStore;
  readonly #scores: Pick<ScoreService, 'listOverall'>;
  readonly #catalog: ServiceCatalog;
  readonly #ladder: Ladder;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #now: () => Date;

  constructor(options: {
    services: ServiceListStore;
    scores: Pick<ScoreService, 'listOverall'>;
    catalog: ServiceCatalog;
    ladder: Ladder;
    now: () => Date;
  }) {
    this.#services = options.services;
    this.#scores = options.scores;
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
    if (sort === 'satisfaction') {
      return this.#listByScore(query, { visible, filters, after });
    }
    const { items, totalItems, next } = await this.#services.list({
      visible,
      filters,
      sort,
      order,
      limit,
      after,
    });
    return {
      items: await this.#toItems(items),
      totalItems,
      pageInfo: { nextCursor: next && encodeCursor(query, next) },
    };
  }

  /**
   * Scores are another room's, so that the services are put in order here. Those
   * without a score come last, either way.
   */
  async #listByScore(
    query: PortfolioQuery,
    asked: Pick<
      Parameters<ServiceListStore['list']>[0],
      'visible' | 'filters' | 'after'
    >,
  ) {
    const { order, limit } = query;
    const refs = await this.#services.listRefs(asked);
    const scores = await this.#scores.listOverall(refs);
    const meanOf = (ref: string) => scores.get(ref)?.mean.mean ?? NaN;
    const sign = order === 'asc' ? 1 : -1;
    const ranked = [
      ...refs
        .filter(ref => scores.has(ref))
        .sort((a, b) => sign * (meanOf(a) - meanOf(b))),
      ...refs.filter(ref => !scores.has(ref)),
    ];
    const start = Number(asked.after?.value ?? 0);
    const page = ranked.slice(start, start + limit);
    const next = start + page.length;
    return {
      items: (await this.#services.getAll(page)).map(service =>
        this.#toItem(service, scores.get(service.entityRef)),
      ),
      totalItems: refs.length,
      pageInfo: {
        nextCursor:
          next < refs.length
            ? encodeCursor(query, {
                value: next,
                entityRef: page[page.length - 1],
              })
            : undefined,
      },
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
    if (sort === 'satisfaction') return this.#exportByScore(query, credentials);
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
      parts.push(...(await this.#toItems(items)).map(toCsvLine));
      after = next;
    } while (after);
    return parts.join('');
  }

  async #exportByScore(
    query: Omit<PortfolioQuery, 'limit' | 'cursor'>,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { sort: _, order: __, ...filters } = query;
    const visible = await this.#catalog.getVisibleRefs(credentials);
    const limit = Number.MAX_SAFE_INTEGER;
    const { items } = await this.#listByScore(
      { ...query, limit },
      { visible, filters },
    );
    return [csvHeader, ...items.map(toCsvLine)].join('');
  }

  async #toItems(
    services: readonly AssessedService[],
  ): Promise<PortfolioItem[]> {
    const scores = await this.#scores.listOverall(
      services.map(({ entityRef }) => entityRef),
    );
    return services.map(service =>
      this.#toItem(service, scores.get(service.entityRef)),
    );
  }

  #toItem(
    service: AssessedService,
    satisfaction: OverallScore | undefined,
  ): PortfolioItem {
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
      satisfaction,
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

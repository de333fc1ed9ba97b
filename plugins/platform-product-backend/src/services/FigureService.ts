import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Figure, FigureSource } from './Figure';
import { ServiceListStore } from './ServiceListStore';

const servicesPerPage = 500;

/** Somebody may write between a look and a write so often in a row. */
const mostLooks = 5;

/** Keeps what lists show of services in step with the rooms that it comes from. */
export class FigureService {
  readonly #knex: Knex;
  readonly #list: ServiceListStore;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    serviceList: ServiceListStore;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#list = options.serviceList;
    this.#logger = options.logger;
  }

  /**
   * Makes figures of the given services again, and answers how many services were out
   * of date. It looks again after it has written, so that what a room has written
   * meanwhile is not lost.
   */
  async refresh(
    source: FigureSource,
    entityRefs: readonly string[],
  ): Promise<number> {
    const { figures } = source;
    const changed = new Set<string>();
    for (let looks = 0; looks < mostLooks; looks++) {
      const found = groupByService(await source.find(entityRefs));
      const kept = groupByService(
        await this.#list.listFigures(figures, entityRefs),
      );
      const stale = entityRefs.filter(
        ref => gist(found.get(ref)) !== gist(kept.get(ref)),
      );
      if (!stale.length) break;
      stale.forEach(ref => changed.add(ref));
      await this.#list.saveFigures(this.#knex, {
        figures,
        entityRefs: stale,
        found: stale.flatMap(ref => found.get(ref) ?? []),
      });
    }
    return changed.size;
  }

  /** Makes all figures of all services again. */
  async rebuild(
    sources: readonly FigureSource[],
    signal: AbortSignal,
  ): Promise<void> {
    let after = '';
    let changed = 0;
    for (;;) {
      signal.throwIfAborted();
      const page = { after, limit: servicesPerPage };
      const entityRefs = await this.#list.listRefs(page);
      if (!entityRefs.length) break;
      for (const source of sources) {
        changed += await this.refresh(source, entityRefs);
      }
      after = entityRefs[entityRefs.length - 1];
    }
    if (changed) {
      this.#logger.info('Figures of services were out of date', { changed });
    }
  }
}

function groupByService(
  figures: readonly Figure[],
): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const item of figures) {
    const group = groups.get(item.entityRef);
    if (group) group.push(item);
    else groups.set(item.entityRef, [item]);
  }
  return groups;
}

/** What figures of one service say, to compare. */
function gist(figures: readonly Figure[] = []): string {
  return JSON.stringify(
    figures
      .map(({ figure, value, content }) => [
        figure,
        // A database may round the last digit.
        value.toPrecision(15),
        Object.entries(content)
          .filter(([, field]) => field !== undefined)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}

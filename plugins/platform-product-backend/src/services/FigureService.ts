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
      const found = await source.find(entityRefs);
      const kept = await this.#list.listFigures(figures, entityRefs);
      const stale = entityRefs.filter(
        ref => gist(found, ref) !== gist(kept, ref),
      );
      if (!stale.length) break;
      stale.forEach(ref => changed.add(ref));
      await this.#list.saveFigures(this.#knex, {
        figures,
        entityRefs: stale,
        found: found.filter(({ entityRef }) => stale.includes(entityRef)),
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

function gist(figures: readonly Figure[], entityRef: string): string {
  return JSON.stringify(
    figures
      .filter(item => item.entityRef === entityRef)
      .map(({ figure, value, content }) => [
        figure,
        // A database may round the last digit.
        value.toPrecision(15),
        Object.entries(content)
          .filter(([, field]) => field !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

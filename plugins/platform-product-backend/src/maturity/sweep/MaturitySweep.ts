import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { isError } from '@backstage/errors';
import { ServiceCatalog, ServicePage } from '../../catalog/ServiceCatalog';
import { ServiceListStore } from '../../services/ServiceListStore';
import { Assessor } from '../assessment/Assessor';
import { AssessedService } from '../assessment/MaturityStore';
import { SweepProgress, SweepStore } from './SweepStore';

const servicesPerPage = 250;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** A sweep that was broken off longer ago starts over. */
const longestBreak = millisecondsPerDay;

/**
 * Assesses all services of the catalog, page by page. The place it has come to
 * is on record, so that a sweep that was broken off goes on from there.
 */
export class MaturitySweep {
  readonly #store: SweepStore;
  readonly #list: Pick<ServiceListStore, 'markGone'>;
  readonly #catalog: ServiceCatalog;
  readonly #assessor: Assessor;
  readonly #onChanges: (services: readonly AssessedService[]) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #duration: MetricsServiceHistogram;
  readonly #now: () => Date;

  constructor(options: {
    store: SweepStore;
    serviceList: Pick<ServiceListStore, 'markGone'>;
    catalog: ServiceCatalog;
    assessor: Assessor;
    onChanges: (services: readonly AssessedService[]) => Promise<void>;
    logger: LoggerService;
    duration: MetricsServiceHistogram;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#list = options.serviceList;
    this.#catalog = options.catalog;
    this.#assessor = options.assessor;
    this.#onChanges = options.onChanges;
    this.#logger = options.logger;
    this.#duration = options.duration;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    let progress = await this.#start();
    let services = 0;
    do {
      signal?.throwIfAborted();
      const page = await this.#getPage(progress);
      const changed = await this.#assessor.assess(page.services);
      await this.#onChanges(changed);
      services += page.services.length;
      progress = {
        ...progress,
        pages: progress.pages + 1,
        cursor: page.nextCursor,
      };
      await this.#store.saveSweep(progress);
    } while (progress.cursor);
    await this.#finish(progress, services);
  }

  async #start(): Promise<SweepProgress> {
    const now = this.#now();
    const last = await this.#store.getSweep();
    const canResume =
      last?.cursor && !last.finishedAt && +now - +last.startedAt < longestBreak;
    if (canResume) {
      this.#logger.info('Going on with a sweep that was broken off', {
        pages: last.pages,
      });
      return last;
    }
    const progress = { startedAt: now, pages: 0 };
    await this.#store.saveSweep(progress);
    return progress;
  }

  async #getPage(progress: SweepProgress): Promise<ServicePage> {
    const { cursor } = progress;
    try {
      return await this.#catalog.getPage({ cursor, limit: servicesPerPage });
    } catch (error) {
      if (cursor && isRefused(error)) {
        // The next run starts over.
        await this.#store.saveSweep({ ...progress, cursor: undefined });
      }
      throw error;
    }
  }

  async #finish(progress: SweepProgress, services: number) {
    const now = this.#now();
    await this.#store.saveSweep({ ...progress, finishedAt: now });
    const gone = await this.#list.markGone(progress.startedAt, now);
    const seconds = (+now - +progress.startedAt) / 1000;
    this.#duration.record(seconds);
    this.#logger.info('Assessed all services', {
      services,
      gone,
      seconds,
    });
  }
}

/** Whether the catalog calls a request malformed, as it does with old cursors. */
function isRefused(error: unknown): boolean {
  return (
    isError(error) && (error.name === 'InputError' || error.statusCode === 400)
  );
}

import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsServiceCounter } from '@backstage/backend-plugin-api/alpha';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { ServicePage } from '../../catalog/ServiceCatalog';
import { ServiceListStore } from '../../services/ServiceListStore';
import { LevelNews } from '../LevelNews';
import { runCollectors } from './collectors/runCollectors';
import {
  AssessedService,
  CollectorFailure,
  MaturityStore,
} from './MaturityStore';
import { planAssessment } from './planAssessment';
import { WaiverStore } from '../waivers/WaiverStore';

type Services = ServicePage['services'];

/** A service is assessed again when somebody else wrote it meanwhile. */
const mostTries = 10;

export interface AssessOptions {
  /** Ids of the collectors to run; all of them when left out. */
  readonly collectors?: readonly string[];
  /** What was done a moment ago is taken back, of which nobody has to hear. */
  readonly isUndoing?: boolean;
}

/**
 * Assesses batches of services: collects evidence, computes levels and saves
 * what changed, with a number of queries that does not depend on the batch.
 */
export class Assessor {
  readonly #store: MaturityStore;
  readonly #waivers: WaiverStore;
  readonly #list: Pick<ServiceListStore, 'noteSeen'>;
  readonly #collectors: readonly EvidenceCollector[];
  readonly #ladder: Ladder;
  readonly #ladderVersion: string;
  readonly #collectorTimeout: number;
  readonly #logger: LoggerService;
  readonly #failures: MetricsServiceCounter<{ collector: string }>;
  readonly #news: Pick<LevelNews, 'prepare' | 'wake'>;
  readonly #now: () => Date;

  constructor(options: {
    store: MaturityStore;
    waivers: WaiverStore;
    serviceList: Pick<ServiceListStore, 'noteSeen'>;
    collectors: readonly EvidenceCollector[];
    ladder: Ladder;
    ladderVersion: string;
    collectorTimeout: number;
    logger: LoggerService;
    failures: MetricsServiceCounter<{ collector: string }>;
    news: Pick<LevelNews, 'prepare' | 'wake'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#waivers = options.waivers;
    this.#list = options.serviceList;
    this.#collectors = options.collectors;
    this.#ladder = options.ladder;
    this.#ladderVersion = options.ladderVersion;
    this.#collectorTimeout = options.collectorTimeout;
    this.#logger = options.logger;
    this.#failures = options.failures;
    this.#news = options.news;
    this.#now = options.now;
  }

  /** Assesses services and answers with those whose records changed. */
  async assess(
    services: Services,
    options: AssessOptions = {},
  ): Promise<AssessedService[]> {
    try {
      return await this.#assessBatch(services, options);
    } catch (error) {
      if (services.length < 2) throw error;
      return this.#assessOneByOne(services, options, error);
    }
  }

  async #assessBatch(
    services: Services,
    options: AssessOptions,
  ): Promise<AssessedService[]> {
    const changed: AssessedService[] = [];
    let left = services;
    for (let tries = 0; left.length && tries < mostTries; tries++) {
      const result = await this.#tryAssess(left, options);
      changed.push(...result.changed);
      left = left.filter(({ entityRef }) => result.lost.includes(entityRef));
    }
    if (left.length) {
      this.#logger.warn('Services were left for the next sweep', {
        count: left.length,
      });
    }
    if (changed.length) await this.#news.wake();
    return changed;
  }

  /** Finds the services that spoil a batch and leaves them out. */
  async #assessOneByOne(
    services: Services,
    options: AssessOptions,
    cause: unknown,
  ): Promise<AssessedService[]> {
    const changed: AssessedService[] = [];
    const failed: string[] = [];
    for (const service of services) {
      try {
        changed.push(...(await this.#assessBatch([service], options)));
      } catch (error) {
        failed.push(service.entityRef);
        this.#logger.error('A service could not be assessed', {
          entityRef: service.entityRef,
          error: String(error),
        });
      }
    }
    // Then it is not up to a service.
    if (failed.length === services.length) throw cause;
    // What can't be assessed is not gone.
    await this.#list.noteSeen(failed, this.#now());
    return changed;
  }

  #failuresOfInstalled(service?: AssessedService): CollectorFailure[] {
    return (service?.failedCollectors ?? []).filter(({ collector }) =>
      this.#collectors.some(({ id }) => id === collector),
    );
  }

  async #tryAssess(services: Services, options: AssessOptions) {
    const now = this.#now();
    const collectors = this.#collectors.filter(
      ({ id }) => options.collectors?.includes(id) ?? true,
    );
    // Read before collecting: any later write makes this try lose.
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const known = await this.#store.loadForAssessment(entityRefs);
    const waivers = groupByService(await this.#waivers.list(entityRefs));
    const { evidence, failed } = await runCollectors({
      collectors,
      services,
      now,
      timeout: this.#collectorTimeout,
      logger: this.#logger,
      failures: this.#failures,
    });
    const collected = groupByService(evidence);
    const writes = services.map(({ entityRef, entity }) => {
      const previous = known.services.get(entityRef);
      return planAssessment({
        entityRef,
        entity,
        ladder: this.#ladder,
        ladderVersion: this.#ladderVersion,
        previous,
        past: known.pasts.get(entityRef),
        stored: known.evidence.get(entityRef) ?? [],
        collected: collected.get(entityRef) ?? [],
        failedCollectors: updateFailures(
          this.#failuresOfInstalled(previous),
          collectors.map(({ id }) => id),
          failed,
          now,
        ),
        waivers: waivers.get(entityRef) ?? [],
        newChannel: randomUUID(),
        now,
      });
    });
    const lost = await this.#store.saveAssessments(
      writes,
      now,
      options.isUndoing
        ? undefined
        : this.#news.prepare(
            writes.map((write, index) => ({
              entity: services[index].entity,
              previous: known.services.get(write.service.entityRef),
              write,
            })),
          ),
    );
    return {
      lost,
      changed: writes
        .filter(write => write.isChanged)
        .map(write => write.service)
        .filter(service => !lost.includes(service.entityRef)),
    };
  }
}

function groupByService<T extends { readonly entityRef: string }>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.entityRef);
    if (group) group.push(item);
    else groups.set(item.entityRef, [item]);
  }
  return groups;
}

/** Failures stay until their collector succeeds. */
function updateFailures(
  previous: readonly CollectorFailure[],
  ran: readonly string[],
  failed: readonly string[],
  now: Date,
): CollectorFailure[] {
  const failedBefore = new Set(previous.map(({ collector }) => collector));
  return [
    ...previous.filter(
      ({ collector }) => !ran.includes(collector) || failed.includes(collector),
    ),
    ...failed
      .filter(collector => !failedBefore.has(collector))
      .map(collector => ({ collector, failedAt: now.toISOString() })),
  ];
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { isError, stringifyError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ChangeRef,
  ReviewedChange,
  ReviewedChangePage,
  ReviewSource,
  SourcePerson,
  normalizeRepositoryUrl,
} from '@platform-product/backstage-plugin-node';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { repositoryOf } from '../../repositories/repositoryOf';
import { AvailabilityService } from '../availability/AvailabilityService';
import { IdentityService } from '../identities/IdentityService';
import { isMachineName } from '../identities/isMachineName';
import { personKey, personName } from '../identities/personKey';
import { HistoryRepository, ReviewHistoryStore } from './ReviewHistoryStore';
import { toChangeRecord } from './toChangeRecord';

const pageSize = 500;
const readingOne = 30_000;
/** As much as the database holds. */
const longestUrl = 1000;

/** The name that a `ForgeBusyError` has inherited. */
const busy = 'ServiceUnavailableError';

/** What everybody may know of a failure; the rest is in the log. */
function describeFailure(error: unknown): string {
  const reasons: Record<string, string> = {
    [busy]: 'The forge asked to come back later',
    NotFoundError: 'The forge does not have the repository, or hides it',
    NotAllowedError: 'The forge does not let it be read',
    AuthenticationError: 'The forge does not let it be read',
  };
  return (
    (isError(error) && reasons[error.name]) ||
    'It could not be read; the log of the backend says why'
  );
}

/** Where the forge has the repository of some changes by now. */
function forgeUrlOf(
  changes: readonly ReviewedChange[],
  source: ReviewSource,
): string | undefined {
  const { url } = changes.at(-1) ?? {};
  const page = url && source.parseChangeUrl?.(url);
  const forgeUrl = page ? normalizeRepositoryUrl(page.repositoryUrl) : '';
  return forgeUrl && forgeUrl.length <= longestUrl ? forgeUrl : undefined;
}

/**
 * Reads review history from the sources into the store, page by page: what was
 * kept stays when reading is cut short, and goes on from there next time.
 */
export class ReviewSync {
  readonly #sources: readonly ReviewSource[];
  readonly #store: ReviewHistoryStore;
  readonly #catalog: ServiceCatalog;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #identities: IdentityService;
  readonly #availability: AvailabilityService;
  readonly #bots: ReadonlySet<string>;
  readonly #logger: LoggerService;
  readonly #duration: MetricsServiceHistogram;
  readonly #keepUnwantedFor: number;
  readonly #now: () => Date;

  constructor(options: {
    sources: readonly ReviewSource[];
    store: ReviewHistoryStore;
    catalog: ServiceCatalog;
    integrations: ScmIntegrationRegistry;
    identities: IdentityService;
    availability: AvailabilityService;
    /** Logins and addresses of machines, in lower case. */
    bots: ReadonlySet<string>;
    logger: LoggerService;
    duration: MetricsServiceHistogram;
    /** How long repositories without a service are remembered, in milliseconds. */
    keepUnwantedFor: number;
    now: () => Date;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#integrations = options.integrations;
    this.#identities = options.identities;
    this.#availability = options.availability;
    this.#bots = options.bots;
    this.#logger = options.logger;
    this.#duration = options.duration;
    this.#keepUnwantedFor = options.keepUnwantedFor;
    this.#now = options.now;
  }

  /** The source that reads a repository. */
  sourceOf(repositoryUrl: string): ReviewSource | undefined {
    return this.#sources.find(source => source.accepts(repositoryUrl));
  }

  /** The change that a link for people leads to, with its source. */
  parseChangeUrl(
    url: string,
  ): { source: ReviewSource; ref: ChangeRef } | undefined {
    for (const source of this.#sources) {
      const ref = source.parseChangeUrl?.(url);
      if (ref) return { source, ref };
    }
    return undefined;
  }

  /** Reads what is new in the repositories of all services. */
  async run(signal: AbortSignal): Promise<void> {
    if (!this.#sources.length) return;
    const started = this.#now().getTime();
    const wanted = new Map<string, ReviewSource>();
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.getPage({ cursor, limit: pageSize });
      for (const { entity } of page.services) {
        const url = repositoryOf(entity, this.#integrations)?.url;
        const source = url && this.sourceOf(url);
        if (source) wanted.set(url, source);
      }
      cursor = page.nextCursor;
    } while (cursor);
    const repositories = await this.#store.ensureRepositories(
      [...wanted].map(([url, { id }]) => ({ url, source: id })),
    );
    const wantedAt = this.#now();
    await this.#store.noteWanted(
      repositories.map(({ id }) => id),
      wantedAt,
    );
    await this.#forgetUnwanted(wantedAt);
    // The longest wait comes first, in case the time is not enough.
    const queue = [...repositories].sort(
      (a, b) => Number(a.syncedAt ?? 0) - Number(b.syncedAt ?? 0),
    );
    const busyHosts = new Set<string>();
    for (const repository of queue) {
      if (signal.aborted) break;
      const source = wanted.get(repository.url);
      if (!source || busyHosts.has(new URL(repository.url).host)) continue;
      await this.#readRepository(repository, source, { signal, busyHosts });
    }
    this.#duration.record((this.#now().getTime() - started) / 1000);
  }

  async #forgetUnwanted(wantedAt: Date): Promise<void> {
    const since = new Date(+wantedAt - this.#keepUnwantedFor);
    const repositories =
      (await this.#store.forgetUnwanted(since)) +
      (await this.#store.forgetRenamed(wantedAt));
    if (repositories) {
      await this.#identities.forgetAccounts();
      this.#logger.info('Forgot the review history of repositories', {
        repositories,
      });
    }
  }

  /** Lets the sources tell of changes that have moved. */
  async subscribe(): Promise<void> {
    for (const source of this.#sources) {
      await source.subscribe?.(ref => this.refresh(source, ref));
    }
  }

  /**
   * Reads one change again, if its repository is one of a service: under the name that it
   * has in the catalog, which leads to it after it was renamed.
   */
  async refresh(source: ReviewSource, ref: ChangeRef): Promise<void> {
    const { repositoryUrl, changeId } = ref;
    const url = normalizeRepositoryUrl(repositoryUrl);
    const repositories = await this.#store.findRepositories({
      source: source.id,
      url,
      forgeId: ref.repositoryId,
    });
    for (const repository of repositories) {
      const change = await source.readChange?.({
        repositoryUrl: repository.url === url ? repositoryUrl : repository.url,
        changeId,
        signal: AbortSignal.timeout(readingOne),
      });
      if (change) await this.#keep(repository, source, { changes: [change] });
    }
  }

  async #readRepository(
    repository: HistoryRepository,
    source: ReviewSource,
    options: { signal: AbortSignal; busyHosts: Set<string> },
  ): Promise<void> {
    const { signal, busyHosts } = options;
    const { id, url } = repository;
    try {
      await this.#store.rebuildExpertise(id);
      const pages = source.readChanges({
        repositoryUrl: url,
        cursor: repository.cursor,
        signal,
      });
      for await (const page of pages) {
        await this.#keep(repository, source, page);
        if (signal.aborted) return;
      }
      // Sources end quietly when their time is over.
      if (signal.aborted) return;
      await this.#store.endSync(id, { syncedAt: this.#now() });
    } catch (error) {
      this.#logger.warn('Review history could not be read to the end', {
        repository: url,
        source: source.id,
        error: stringifyError(error),
      });
      await this.#store.endSync(id, { error: describeFailure(error) });
      if (isError(error) && error.name === busy) {
        busyHosts.add(new URL(url).host);
      }
    }
  }

  async #keep(
    repository: HistoryRepository,
    source: ReviewSource,
    page: Pick<ReviewedChangePage, 'changes' | 'repositoryId'> & {
      readonly cursor?: string;
    },
  ): Promise<void> {
    const named = page.changes.flatMap(change => [
      change.author,
      ...[...change.reviews, ...change.reviewRequests].map(
        ({ reviewer }) => reviewer,
      ),
    ]);
    await this.#identities.noteAccounts(
      named.filter(person => this.#isHuman(person)),
    );
    const people = await this.#identities.findPeople(named.map(personKey));
    const availability = await this.#availability.list(
      [...people.values()].map(({ userRef }) => userRef),
    );
    await this.#store.savePage(repository.id, {
      cursor: page.cursor,
      forgeId: page.repositoryId,
      forgeUrl: forgeUrlOf(page.changes, source),
      changes: page.changes.flatMap(
        change =>
          toChangeRecord(change, {
            isHuman: person => this.#isHuman(person),
            identityOf: key => people.get(key)?.userRef ?? key,
            calendarOf: key =>
              availability.get(people.get(key)?.userRef ?? '')?.calendar ??
              this.#availability.fallbackCalendar,
          }) ?? [],
      ),
    });
  }

  #isHuman(person: SourcePerson): boolean {
    const key = personKey(person);
    const names = [
      key,
      personName(key).replace(/^@/, ''),
      // Where it stands for an account, it may be configured as it is, too.
      ...('email' in person ? [person.email.toLocaleLowerCase('en-US')] : []),
    ];
    return !(
      person.isBot ||
      names.some(name => this.#bots.has(name)) ||
      names.slice(1).some(isMachineName)
    );
  }
}

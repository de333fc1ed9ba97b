import { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import {
  summarizeWaits,
  summarizeWaitsByMonth,
} from '@platform-product/backstage-plugin-common/rules';
import { teamOf } from '../../people/teamOf';
import { Repository, repositoryOf } from '../../repositories/repositoryOf';
import { AvailabilityService } from '../availability/AvailabilityService';
import {
  ReviewHistoryStore,
  StoredChange,
} from '../history/ReviewHistoryStore';
import { IdentityService } from '../identities/IdentityService';
import { Outbox } from '../../notifications/Outbox';
import { reviewNudged } from '../notifications';
import { responseTimes, waitingTimes, windowDays } from './collectWaits';
import { NudgeStore } from './NudgeStore';
import { ReviewPromises } from './ReviewPromises';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const mostOverdue = 50;

const awaitedOf = ({ reviews }: StoredChange) =>
  reviews.filter(({ isAwaited }) => isAwaited).map(({ person }) => person);

/** How long reviews of a service take: for the service, never per person. */
export class ReviewTimesService {
  readonly #history: ReviewHistoryStore;
  readonly #nudges: NudgeStore;
  readonly #identities: IdentityService;
  readonly #availability: AvailabilityService;
  readonly #promises: ReviewPromises;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #now: () => Date;

  constructor(options: {
    history: ReviewHistoryStore;
    nudges: NudgeStore;
    identities: IdentityService;
    availability: AvailabilityService;
    promises: ReviewPromises;
    integrations: ScmIntegrationRegistry;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    now: () => Date;
  }) {
    this.#history = options.history;
    this.#nudges = options.nudges;
    this.#identities = options.identities;
    this.#availability = options.availability;
    this.#promises = options.promises;
    this.#integrations = options.integrations;
    this.#outbox = options.outbox;
    this.#now = options.now;
  }

  /**
   * Who an overdue change waits for is told to the team, to the author, and to
   * that person.
   */
  async getTimes(
    entity: Entity,
    /** Refs of the reader and of their groups. */
    claims: readonly string[],
  ): Promise<ReviewTimes> {
    const { times, authors } = await this.#read(entity);
    const isTeam = teamOf(entity).some(ref => claims.includes(ref));
    return {
      ...times,
      overdue: times.overdue.map(item => {
        const author = authors.get(item.changeId);
        const mayKnow =
          isTeam ||
          [item.turnOf, author].some(ref => ref && claims.includes(ref));
        return {
          ...item,
          turnOf: mayKnow ? item.turnOf : undefined,
          isAsked: Boolean(item.turnOf),
        };
      }),
    };
  }

  /** All of it, with the user refs of the authors of overdue changes. */
  async #read(entity: Entity): Promise<{
    times: ReviewTimes;
    authors: ReadonlyMap<string, string | undefined>;
  }> {
    const now = this.#now();
    const since = new Date(now.getTime() - windowDays * millisecondsPerDay);
    const repository = repositoryOf(entity, this.#integrations);
    const [promise, [known]] = await Promise.all([
      this.#promises.find(entity),
      this.#history.listRepositories(repository ? [repository.url] : []),
    ]);
    const changes =
      repository && known
        ? changesOf(
            repository,
            await this.#history.listChanges([known.id], since),
          )
        : [];
    const period = {
      since,
      now,
      calendar: this.#availability.fallbackCalendar,
      promisedHours: promise.hours,
    };
    const waits = waitingTimes(changes, period);
    const overdue = waits
      .filter(({ isOpen, hours }) => isOpen && hours > promise.hours)
      .sort((a, b) => b.hours - a.hours)
      .slice(0, mostOverdue);
    const [nudges, people] = await Promise.all([
      this.#nudges.list(overdue.map(({ change }) => change.id)),
      this.#identities.findPeople(
        overdue.flatMap(({ change }) => [change.author, ...awaitedOf(change)]),
      ),
    ]);
    const times: ReviewTimes = {
      promise,
      windowDays,
      waiting: summarizeWaits(waits, promise.hours),
      response: summarizeWaits(responseTimes(changes, period), promise.hours),
      months: [...summarizeWaitsByMonth(waits, promise.hours)],
      overdue: overdue.map(({ change, since: readyAt, hours }) => ({
        changeId: change.changeId,
        title: change.title,
        url: change.url,
        since: readyAt.toISOString(),
        waitingHours: hours,
        turnOf: awaitedOf(change).flatMap(
          key => people.get(key)?.userRef ?? [],
        )[0],
        nudgedAt: nudges.get(change.id)?.toISOString(),
      })),
      source: known?.source,
      syncedAt: known?.syncedAt?.toISOString(),
    };
    const authors = new Map(
      overdue.map(({ change }) => [
        change.changeId,
        people.get(change.author)?.userRef,
      ]),
    );
    return { times, authors };
  }

  /**
   * Reminds the one person whose turn an overdue change is.
   *
   * @throws NotFoundError when no such change is overdue
   * @throws NotAllowedError when the caller may not know whose turn it is
   * @throws ConflictError when nobody was asked whom the catalog knows, or there
   * was a reminder within a day
   */
  async nudge(
    service: { readonly entityRef: string; readonly entity: Entity },
    changeId: string,
    caller: { readonly by: string; readonly claims: readonly string[] },
  ): Promise<{ turnOf: string; nudgedAt: string }> {
    const { entity } = service;
    const { by, claims } = caller;
    const times = await this.getTimes(entity, claims);
    const item = times.overdue.find(change => change.changeId === changeId);
    const repository = repositoryOf(entity, this.#integrations);
    const [known] = await this.#history.listRepositories(
      repository ? [repository.url] : [],
    );
    const change = known && (await this.#history.getChange(known.id, changeId));
    if (!item || !change) {
      throw new NotFoundError(`No overdue change found '${changeId}'`);
    }
    if (item.isAsked && !item.turnOf) {
      throw new NotAllowedError(
        'Only the team, the author and who was asked may remind of this change',
      );
    }
    const { turnOf } = item;
    if (!turnOf) {
      throw new ConflictError('Nobody whom the catalog knows was asked yet');
    }
    const there = await this.#availability.list([turnOf]);
    const away = there.get(turnOf)?.awayUntil;
    if (away) {
      throw new ConflictError(`This person is away until ${away}`);
    }
    const now = this.#now();
    const isFirst = await this.#nudges.add({
      changeId: change.id,
      by,
      at: now,
      unlessSince: new Date(now.getTime() - millisecondsPerDay),
      also: transaction =>
        this.#outbox.put(
          transaction,
          reviewNudged({
            id: change.id,
            title: item.title,
            url: item.url,
            entity,
            to: turnOf,
          }),
        ),
    });
    if (!isFirst) {
      throw new ConflictError('There was a reminder within the last day');
    }
    await this.#outbox.wake();
    return { turnOf, nudgedAt: now.toISOString() };
  }
}

/** The changes of a repository that touch the directory of a service. */
export function changesOf(
  { directory }: Repository,
  changes: readonly StoredChange[],
): readonly StoredChange[] {
  if (!directory) return changes;
  return changes.filter(({ paths }) =>
    paths.some(path => path.startsWith(`${directory}/`)),
  );
}

import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  collectorIds,
  ownersOf,
  summarizeWaits,
  WaitSummary,
} from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { repositoryOf } from '../sources/repositoryOf';
import { AvailabilityService } from './availability/AvailabilityService';
import { ReviewHistoryStore, StoredChange } from './history/ReviewHistoryStore';
import { IdentityService, KnownPerson } from './identities/IdentityService';
import { isMemberOf } from './identities/isMemberOf';
import { RosterService } from './roster/RosterService';
import { waitingTimes } from './times/collectWaits';
import { changesOf } from './times/ReviewTimesService';
import { reviewTargetOf } from './times/reviewTargetOf';

const windowDays = 180;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

const fewestChanges = 3;
const fewestTeams = 2;
const fewestWaits = 5;
const timelyShare = 0.8;
const fewestOutsideReviewers = 2;
const outsideShare = 0.2;
const largestShare = 0.5;

const noTimes = 'The review history does not tell how long reviews took';

type Finding = Pick<CollectedEvidence, 'source' | 'result' | 'summary'>;

const percent = (share: number) => `${Math.round(share * 100)} %`;

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Undefined stands for what can't be told. */
function judge(
  source: string,
  isMet: boolean | undefined,
  summary: string,
): Finding {
  if (isMet === undefined) return { source, result: 'unknown', summary };
  return { source, result: isMet ? 'pass' : 'fail', summary };
}

function describeTimes({ total, share = 0, low = 0, high = 0 }: WaitSummary) {
  return total
    ? `${percent(share)} of ${total} in time (${percent(low)}–${percent(high)})`
    : 'no review to count yet';
}

const isTimely = ({ total, share = 0 }: WaitSummary) =>
  total >= fewestWaits && share >= timelyShare;

/**
 * The teams that people come from, one for each person. Groups that all of them
 * are in, such as the whole company, tell nothing.
 */
function teamsOf(people: readonly KnownPerson[]): ReadonlySet<string> {
  const distinct = [...new Map(people.map(p => [p.userRef, p])).values()];
  const isShared = (group: string) =>
    distinct.length > 1 &&
    distinct.every(({ groups }) => groups.includes(group));
  return new Set(
    distinct.flatMap(
      ({ groups }) => groups.find(group => !isShared(group)) ?? groups[0] ?? [],
    ),
  );
}

/**
 * Tells from rosters and review history who contributes, who reviews, and how
 * soon. Services without a readable history are left out of all but the roster.
 */
export class ReviewCollector implements EvidenceCollector {
  readonly id = 'reviewers';
  readonly provides = [
    collectorIds.outsideChanges,
    collectorIds.timelyReviews,
    collectorIds.outsideReviewers,
    collectorIds.outsideReviews,
    collectorIds.healthyReviews,
  ];
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #history: ReviewHistoryStore;
  readonly #roster: RosterService;
  readonly #identities: IdentityService;
  readonly #availability: AvailabilityService;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    history: ReviewHistoryStore;
    roster: RosterService;
    identities: IdentityService;
    availability: AvailabilityService;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#history = options.history;
    this.#roster = options.roster;
    this.#identities = options.identities;
    this.#availability = options.availability;
    this.#integrations = options.integrations;
  }

  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now } = options;
    const since = new Date(now.getTime() - windowDays * millisecondsPerDay);
    const placed = services.map(({ entityRef, entity }) => ({
      entityRef,
      entity,
      owners: ownersOf(entity),
      repository: repositoryOf(entity, this.#integrations),
    }));
    const repositories = await this.#history.listRepositories(
      placed.flatMap(({ repository }) => repository?.url ?? []),
    );
    // Before the first sync has ended, what is there may be anything.
    const synced = repositories.filter(({ syncedAt }) => syncedAt);
    const [changes, roster, knownOwners] = await Promise.all([
      this.#history.listChanges(
        synced.map(({ id }) => id),
        since,
      ),
      this.#roster.listActive(services.map(({ entityRef }) => entityRef)),
      this.#knownOwners(placed.flatMap(({ owners }) => owners)),
    ]);
    const byRepository = new Map<number, StoredChange[]>();
    for (const change of changes) {
      const others = byRepository.get(change.repositoryId);
      if (others) others.push(change);
      else byRepository.set(change.repositoryId, [change]);
    }
    const [people, rosterPeople] = await Promise.all([
      this.#identities.findPeople(
        changes.flatMap(({ author, reviews }) => [
          author,
          ...reviews.map(({ person }) => person),
        ]),
      ),
      this.#identities.getPeople(roster.map(({ userRef }) => userRef)),
    ]);

    return placed.flatMap(({ entityRef, entity, owners, repository }) => {
      const isOwned = owners.some(owner => knownOwners.has(owner));
      const outsideReviewers = roster
        .filter(
          ({ entityRef: of, agreed, userRef }) =>
            of === entityRef &&
            agreed?.role !== 'shadow' &&
            rosterPeople.has(userRef) &&
            !isMemberOf(rosterPeople.get(userRef), userRef, owners),
        )
        .map(({ userRef }) => userRef);
      const findings = [
        judge(
          collectorIds.outsideReviewers,
          outsideReviewers.length >= fewestOutsideReviewers,
          `${counted(
            outsideReviewers.length,
            'active reviewer',
            'active reviewers',
          )} from outside the owning team`,
        ),
      ];
      const known = synced.find(({ url }) => url === repository?.url);
      if (repository && known) {
        findings.push(
          ...this.#judgeHistory({
            changes: changesOf(repository, byRepository.get(known.id) ?? []),
            since,
            now,
            promisedHours: reviewTargetOf(entity).hours,
            personOf: key => people.get(key),
            owners,
            outsideReviewers,
          }),
        );
      }
      return findings.map(finding => ({
        entityRef,
        ...(isOwned || finding.source === collectorIds.timelyReviews
          ? finding
          : {
              // Without the owning team, nobody can be told to be outside it.
              source: finding.source,
              result: 'unknown' as const,
              summary: 'The catalog does not have the owning team',
            }),
      }));
    });
  }

  #judgeHistory(options: {
    readonly changes: readonly StoredChange[];
    readonly since: Date;
    readonly now: Date;
    readonly promisedHours: number;
    readonly personOf: (key: string) => KnownPerson | undefined;
    readonly owners: readonly string[];
    /** User refs. */
    readonly outsideReviewers: readonly string[];
  }): Finding[] {
    const { changes, since, now, promisedHours, personOf, owners } = options;
    const merged = changes.filter(
      ({ mergedAt }) => mergedAt && mergedAt >= since,
    );
    const outside = merged.flatMap(({ author }) => {
      const person = personOf(author);
      return person && !isMemberOf(person, person.userRef, owners)
        ? [person]
        : [];
    });
    const teams = teamsOf(outside);

    const recent = changes.filter(({ readyAt }) => readyAt && readyAt >= since);
    const waits = waitingTimes(
      recent,
      now,
      this.#availability.fallbackCalendar,
    );
    const timely = summarizeWaits(waits, promisedHours);

    // A source without times, such as Git, can't tell late from in time.
    const hasTimes = !changes.length || recent.length > 0;

    const isOutsideReviewer = (key: string) =>
      options.outsideReviewers.includes(personOf(key)?.userRef ?? '');
    const reviews = changes.flatMap(change =>
      change.reviews.filter(
        ({ reviewedAt }) => reviewedAt && reviewedAt >= since,
      ),
    );
    const approvals = reviews.filter(({ isApproval }) => isApproval);
    const theirs = approvals.filter(({ person }) => isOutsideReviewer(person));
    const share = approvals.length ? theirs.length / approvals.length : 0;

    const theirTimes = summarizeWaits(
      waits.filter(({ change, isOpen }) =>
        isOpen
          ? change.reviews.some(
              review => review.isAwaited && isOutsideReviewer(review.person),
            )
          : isOutsideReviewer(change.firstReviewer ?? ''),
      ),
      promisedHours,
    );
    const counts = new Map<string, number>();
    for (const { person } of reviews) {
      const id = personOf(person)?.userRef ?? person;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const largest = reviews.length
      ? Math.max(...counts.values()) / reviews.length
      : 0;

    return [
      judge(
        collectorIds.outsideChanges,
        outside.length >= fewestChanges && teams.size >= fewestTeams,
        `${counted(
          outside.length,
          'merged change',
          'merged changes',
        )} from ${counted(
          teams.size,
          'other team',
          'other teams',
        )} in ${windowDays} days`,
      ),
      judge(
        collectorIds.timelyReviews,
        hasTimes ? isTimely(timely) : undefined,
        hasTimes ? `First reviews: ${describeTimes(timely)}` : noTimes,
      ),
      judge(
        collectorIds.outsideReviews,
        approvals.length > 0 && share >= outsideShare,
        approvals.length
          ? `${percent(share)} of ${counted(
              approvals.length,
              'approval',
              'approvals',
            )} came from outside reviewers`
          : 'There was no approval to count',
      ),
      judge(
        collectorIds.healthyReviews,
        hasTimes
          ? isTimely(theirTimes) && reviews.length > 0 && largest < largestShare
          : undefined,
        !hasTimes
          ? noTimes
          : `Outside reviews: ${describeTimes(
              theirTimes,
            )}; the busiest person did ${percent(largest)} of ${counted(
              reviews.length,
              'review',
              'reviews',
            )}`,
      ),
    ];
  }

  async #knownOwners(owners: readonly string[]): Promise<ReadonlySet<string>> {
    const entityRefs = [...new Set(owners)];
    if (!entityRefs.length) return new Set();
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Set(
      items.flatMap(entity =>
        entity ? [stringifyEntityRef(entity).toLocaleLowerCase('en-US')] : [],
      ),
    );
  }
}

import { ScmIntegrationRegistry } from '@backstage/integration';
import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  isOutsideReviewer,
  ownersOf,
} from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { repositoryOf } from '../../repositories/repositoryOf';
import { AvailabilityService } from '../availability/AvailabilityService';
import {
  ReviewHistoryStore,
  StoredChange,
} from '../history/ReviewHistoryStore';
import { IdentityService } from '../identities/IdentityService';
import { teamOf } from '../../people/teamOf';
import { isInside } from '../identities/isInside';
import { RosterService } from '../roster/RosterService';
import { windowDays } from '../times/collectWaits';
import { changesOf } from '../times/ReviewTimesService';
import { ReviewPromises } from '../times/ReviewPromises';
import {
  judgeOutsideReviewers,
  judgeReviewHistory,
} from './judgeReviewHistory';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Tells from rosters and review history who contributes, who reviews, and how
 * soon. Services without a readable history are left out of all but the roster.
 */
export class ReviewCollector implements EvidenceCollector {
  readonly id = 'reviewers';
  readonly provides = [
    evidenceSources.outsideChanges,
    evidenceSources.timelyReviews,
    evidenceSources.outsideReviewers,
    evidenceSources.outsideReviews,
    evidenceSources.healthyReviews,
  ];
  readonly #graph: CatalogGraph;
  readonly #history: ReviewHistoryStore;
  readonly #roster: RosterService;
  readonly #identities: IdentityService;
  readonly #availability: AvailabilityService;
  readonly #promises: ReviewPromises;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    graph: CatalogGraph;
    history: ReviewHistoryStore;
    roster: RosterService;
    identities: IdentityService;
    availability: AvailabilityService;
    promises: ReviewPromises;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#graph = options.graph;
    this.#history = options.history;
    this.#roster = options.roster;
    this.#identities = options.identities;
    this.#availability = options.availability;
    this.#promises = options.promises;
    this.#integrations = options.integrations;
  }

  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now, signal } = options;
    const since = new Date(now.getTime() - windowDays * millisecondsPerDay);
    const placed = services.map(({ entityRef, entity }) => ({
      entityRef,
      owners: ownersOf(entity),
      team: teamOf(entity),
      repository: repositoryOf(entity, this.#integrations),
    }));
    const repositories = await this.#history.listRepositories(
      placed.flatMap(({ repository }) => repository?.url ?? []),
    );
    // Before the first sync has ended, what is there may be anything.
    const synced = repositories.filter(({ syncedAt }) => syncedAt);
    const [changes, roster, knownOwners, promises] = await Promise.all([
      this.#history.listChanges(
        synced.map(({ id }) => id),
        since,
      ),
      this.#roster.listActive(services.map(({ entityRef }) => entityRef)),
      this.#graph.findKnown(placed.flatMap(({ owners }) => owners)),
      this.#promises.findHours(
        services.map(({ entity }) => entity),
        signal,
      ),
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

    return placed.flatMap(({ entityRef, owners, team, repository }, index) => {
      const isOwned = owners.some(owner => knownOwners.has(owner));
      const outsideReviewers = roster
        .filter(
          ({ entityRef: of, agreed, userRef }) =>
            of === entityRef &&
            isOutsideReviewer({
              status: 'active',
              agreed,
              isKnown: rosterPeople.has(userRef),
              isOutside: !isInside(rosterPeople.get(userRef), userRef, team),
            }),
        )
        .map(({ userRef }) => userRef);
      const findings = [judgeOutsideReviewers(outsideReviewers.length)];
      const known = synced.find(({ url }) => url === repository?.url);
      if (repository && known) {
        findings.push(
          ...judgeReviewHistory({
            changes: changesOf(repository, byRepository.get(known.id) ?? []),
            since,
            now,
            promisedHours: promises[index],
            calendar: this.#availability.fallbackCalendar,
            personOf: key => people.get(key),
            team,
            outsideReviewers,
          }),
        );
      }
      return findings.map(finding => ({
        entityRef,
        ...(isOwned || finding.source === evidenceSources.timelyReviews
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
}

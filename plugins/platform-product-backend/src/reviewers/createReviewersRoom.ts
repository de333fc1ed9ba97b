import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ReviewSource } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { PlatformProductConfig } from '../config/readConfig';
import { SourceFiles } from '../sources/SourceFiles';
import { AvailabilityService } from './availability/AvailabilityService';
import { DatabaseAvailabilityStore } from './availability/DatabaseAvailabilityStore';
import { ChangeFinder } from './finder/ChangeFinder';
import { FactFinder } from './finder/FactFinder';
import { FinderService } from './finder/FinderService';
import { DatabaseExpertiseStore } from './history/DatabaseExpertiseStore';
import { DatabaseReviewHistoryStore } from './history/DatabaseReviewHistoryStore';
import { RememberedExpertise } from './history/RememberedExpertise';
import { ReviewSync } from './history/ReviewSync';
import { IdentityService } from './identities/IdentityService';
import { readIdentityConfig } from './identities/readIdentityConfig';
import { LoadService } from './LoadService';
import { Notifier } from '../notifications/Notifier';
import { OwnershipService } from './ownership/OwnershipService';
import { DatabaseReviewRequestStore } from './requests/DatabaseReviewRequestStore';
import { RequestNotices } from './requests/RequestNotices';
import { ReviewRequestService } from './requests/ReviewRequestService';
import { ReviewCollector } from './evidence/ReviewCollector';
import { DatabaseRosterStore } from './roster/DatabaseRosterStore';
import { ReviewerListService } from './roster/ReviewerListService';
import { RosterImporter } from './roster/RosterImporter';
import { RosterOverview } from './roster/RosterOverview';
import { RosterService } from './roster/RosterService';
import { RosterTalks } from './roster/RosterTalks';
import { DatabaseNudgeStore } from './times/DatabaseNudgeStore';
import { ReviewTimesService } from './times/ReviewTimesService';

/** Puts the parts of the room `reviewers` together. */
export function createReviewersRoom(options: {
  knex: Knex;
  config: PlatformProductConfig;
  catalog: CatalogService;
  services: ServiceCatalog;
  auth: AuthService;
  files: SourceFiles;
  integrations: ScmIntegrationRegistry;
  notifications: NotificationService;
  metrics: MetricsService;
  logger: LoggerService;
  sources: readonly ReviewSource[];
  now: () => Date;
}) {
  const { knex, config, catalog, auth, services, integrations, now } = options;
  const shared = { integrations, now };
  const history = new DatabaseReviewHistoryStore(knex);
  const expertise = new RememberedExpertise(new DatabaseExpertiseStore(knex));
  const requestStore = new DatabaseReviewRequestStore(knex);
  const notifier = new Notifier({ ...options, topic: 'Reviews' });
  const identities = new IdentityService({
    catalog,
    auth,
    config: readIdentityConfig(config.reviewers.identities, integrations),
    now,
  });
  const rosterStore = new DatabaseRosterStore(knex);
  const availabilityStore = new DatabaseAvailabilityStore(knex);
  const availability = new AvailabilityService({
    store: availabilityStore,
    fallback: config.reviewers.defaultAvailability,
    now,
  });
  const load = new LoadService({ history, requests: requestStore, now });
  const roster = new RosterService({
    store: rosterStore,
    identities,
    availability,
    load,
    now,
  });
  const ownership = new OwnershipService({
    files: options.files,
    integrations,
    refreshAfter: config.contributing.refreshAfter,
    now,
  });
  const sync = new ReviewSync({
    ...shared,
    sources: options.sources,
    store: history,
    catalog: services,
    identities,
    availability,
    bots: config.reviewers.bots,
    logger: options.logger,
    duration: options.metrics.createHistogram(
      'platform_product.review_sync.duration',
      {
        description: 'How long it took to read what is new in review history',
        unit: 's',
      },
    ),
  });
  const finder = new FinderService({
    facts: new FactFinder({
      integrations,
      roster,
      availability,
      identities,
      load,
      ownership,
      history,
      expertise,
    }),
    fallbackCalendar: availability.fallbackCalendar,
    now,
  });
  return {
    roster,
    availability,
    sync,
    importer: new RosterImporter({
      roster: rosterStore,
      availability: availabilityStore,
      now,
    }),
    rosterTalks: new RosterTalks({ roster, identities, notifier }),
    rosterOverview: new RosterOverview({
      integrations,
      roster,
      identities,
      ownership,
      history,
      expertise,
      sync,
    }),
    requests: new ReviewRequestService({
      store: requestStore,
      finder,
      availability,
      catalog: services,
      notices: new RequestNotices({ notifier, identities }),
      logger: options.logger,
      now,
    }),
    times: new ReviewTimesService({
      ...shared,
      history,
      nudges: new DatabaseNudgeStore(knex),
      identities,
      availability,
      notifier,
    }),
    collector: new ReviewCollector({
      catalog,
      auth,
      history,
      roster,
      identities,
      availability,
      integrations,
    }),
    createChangeFinder: (levelOf: (entityRef: string) => Promise<number>) =>
      new ChangeFinder({ finder, sync, identities, integrations, levelOf }),
    createReviewerList: (
      titlesOf: (
        entityRefs: readonly string[],
      ) => Promise<ReadonlyMap<string, string>>,
    ) => new ReviewerListService({ roster, catalog: services, titlesOf }),
  };
}

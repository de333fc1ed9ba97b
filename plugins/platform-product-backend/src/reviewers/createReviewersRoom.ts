import { ReviewSource } from '@platform-product/backstage-plugin-node';
import { Guides } from '../contributing/Guides';
import { Levels } from '../maturity/Levels';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { readReviewersConfig } from './config';
import { AvailabilityService } from './availability/AvailabilityService';
import { DatabaseAvailabilityStore } from './availability/DatabaseAvailabilityStore';
import { ChangeFinder } from './finder/ChangeFinder';
import { FactFinder } from './finder/FactFinder';
import { FinderService } from './finder/FinderService';
import { DatabaseExpertiseStore } from './history/DatabaseExpertiseStore';
import { DatabaseReviewHistoryStore } from './history/DatabaseReviewHistoryStore';
import { RememberedExpertise } from './history/RememberedExpertise';
import { ReviewSync } from './history/ReviewSync';
import { DatabaseAccountStore } from './identities/DatabaseAccountStore';
import { IdentityService } from './identities/IdentityService';
import { readIdentityConfig } from './identities/readIdentityConfig';
import { LoadService } from './LoadService';
import { createEraseFromReviewers } from './eraseFromReviewers';
import { forgetFromReviewers } from './forgetFromReviewers';
import { addReviewerOperations } from './operations';
import { OwnershipService } from './ownership/OwnershipService';
import { DatabaseReviewRequestStore } from './requests/DatabaseReviewRequestStore';
import { MyReviewsService } from './requests/MyReviewsService';
import { ReviewRequestService } from './requests/ReviewRequestService';
import { ReviewCollector } from './evidence/ReviewCollector';
import { DatabaseRosterStore } from './roster/DatabaseRosterStore';
import { ReviewerListService } from './roster/ReviewerListService';
import { RosterImporter } from './roster/RosterImporter';
import { RosterOverview } from './roster/RosterOverview';
import { RosterService } from './roster/RosterService';
import { RosterTalks } from './roster/RosterTalks';
import { DatabaseNudgeStore } from './times/DatabaseNudgeStore';
import { ReviewPromises } from './times/ReviewPromises';
import { ReviewTimesService } from './times/ReviewTimesService';
import { WaitingReviews } from './WaitingReviews';

/** Puts the parts of the room `reviewers` together. */
export function createReviewersRoom(
  context: Pick<
    RoomContext,
    | 'access'
    | 'auth'
    | 'catalog'
    | 'config'
    | 'files'
    | 'graph'
    | 'groups'
    | 'integrations'
    | 'knex'
    | 'logger'
    | 'metrics'
    | 'now'
    | 'outbox'
    | 'sections'
    | 'serviceList'
    | 'services'
  > & {
    readonly guides: Guides;
    readonly levels: Levels;
    readonly sources: readonly ReviewSource[];
  },
) {
  const { knex, catalog, auth, services, integrations, levels, outbox, now } =
    context;
  const config = readReviewersConfig(context.sections);
  const shared = { integrations, now };
  const history = new DatabaseReviewHistoryStore(knex);
  const expertise = new RememberedExpertise(new DatabaseExpertiseStore(knex));
  const requestStore = new DatabaseReviewRequestStore(knex);
  const identities = new IdentityService({
    catalog,
    auth,
    config: readIdentityConfig(config.identities, integrations),
    groups: context.groups,
    accounts: new DatabaseAccountStore(knex),
    now,
  });
  const rosterStore = new DatabaseRosterStore(knex);
  const availabilityStore = new DatabaseAvailabilityStore(knex);
  const availability = new AvailabilityService({
    store: availabilityStore,
    fallback: config.defaultAvailability,
    now,
  });
  const promises = new ReviewPromises(context);
  const load = new LoadService({ history, requests: requestStore, now });
  const roster = new RosterService({
    store: rosterStore,
    identities,
    availability,
    load,
    now,
  });
  const ownership = new OwnershipService({
    files: context.files,
    integrations,
    refreshAfter: context.config.refreshFilesAfter,
    now,
  });
  const sync = new ReviewSync({
    ...shared,
    sources: context.sources,
    store: history,
    catalog: services,
    identities,
    availability,
    bots: config.bots,
    keepUnwantedFor: context.config.keepGoneServicesFor,
    logger: context.logger,
    duration: context.metrics.createHistogram(
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
  const collector = new ReviewCollector({
    graph: context.graph,
    history,
    roster,
    identities,
    availability,
    promises,
    integrations,
  });
  const reassess = (entityRef: string) =>
    levels.reassess(entityRef, [collector.id]);
  const requests = new ReviewRequestService({
    store: requestStore,
    finder,
    availability,
    promises,
    catalog: services,
    identities,
    outbox,
    logger: context.logger,
    now,
  });
  const importer = new RosterImporter({
    roster: rosterStore,
    availability: availabilityStore,
    now,
  });
  const parts = {
    roster,
    availability,
    sync,
    requests,
    rosterTalks: new RosterTalks({ roster, identities, outbox, reassess }),
    rosterOverview: new RosterOverview({
      integrations,
      roster,
      identities,
      ownership,
      history,
      expertise,
      sync,
    }),
    myReviews: new MyReviewsService({
      requests,
      availability,
      roster,
      services,
    }),
    times: new ReviewTimesService({
      ...shared,
      history,
      nudges: new DatabaseNudgeStore(knex),
      identities,
      availability,
      promises,
      outbox,
    }),
    finder: new ChangeFinder({
      finder,
      sync,
      identities,
      integrations,
      levels,
    }),
    reviewerList: new ReviewerListService({
      roster,
      catalog: services,
      serviceList: context.serviceList,
    }),
  };
  const room = {
    addOperations: operations =>
      addReviewerOperations(operations, { ...context, ...parts }),
    collectors: [collector],
    waiting: [new WaitingReviews({ ...context, ...parts, catalog: services })],
    tasks: [
      {
        id: 'platform-product-review-sync',
        schedule: config.sync,
        fn: signal => sync.run(signal),
      },
      {
        id: 'platform-product-review-requests',
        schedule: config.requests,
        fn: signal => requests.passOnUnanswered(signal),
      },
    ],
    erasePerson: createEraseFromReviewers(context),
    forgetServices: forgetFromReviewers,
    importRecords: records => importer.run(records),
    start: () => sync.subscribe(),
  } satisfies Room;
  return { ...room, ...parts };
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { reviewerRoutes } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { teamOf } from '../people/teamOf';
import { Operations } from '../operations/Operations';
import { AvailabilityService } from './availability/AvailabilityService';
import { ChangeFinder } from './finder/ChangeFinder';
import { MyReviewsService } from './requests/MyReviewsService';
import { ReviewRequestService } from './requests/ReviewRequestService';
import { ReviewerListService } from './roster/ReviewerListService';
import { RosterOverview } from './roster/RosterOverview';
import { RosterService } from './roster/RosterService';
import { RosterTalks } from './roster/RosterTalks';
import { ReviewTimesService } from './times/ReviewTimesService';

/** Adds what can be asked of the room `reviewers`. */
export function addReviewerOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly services: ServiceCatalog;
    readonly roster: RosterService;
    readonly rosterOverview: RosterOverview;
    readonly rosterTalks: RosterTalks;
    readonly reviewerList: ReviewerListService;
    readonly availability: AvailabilityService;
    readonly finder: ChangeFinder;
    readonly requests: ReviewRequestService;
    readonly myReviews: MyReviewsService;
    readonly times: ReviewTimesService;
  },
): void {
  const { access, services, roster, rosterTalks, finder, requests, times } =
    room;

  operations.on(reviewerRoutes.getRoster, ({ service }) =>
    room.rosterOverview.get(service),
  );

  operations.on(
    reviewerRoutes.putReviewer,
    async ({ service, params: { userRef }, body, by }) => {
      const { sponsor, ...terms } = body;
      const side = userRef === by ? 'person' : 'owners';
      const entry = await rosterTalks.putForward(service, {
        userRef,
        side,
        by,
        terms,
        sponsor,
      });
      return roster.describeOne(entry, teamOf(service.entity));
    },
  );

  // Nobody has to ask for leave, not even of what they can't read any more.
  operations.onOwn(
    reviewerRoutes.removeReviewer,
    async ({ service, params: { userRef }, by }) => {
      const entry = await rosterTalks.remove(service, userRef, by);
      const { entity } = service;
      return roster.describeOne(entry, entity ? teamOf(entity) : []);
    },
  );

  operations.on(
    reviewerRoutes.suggestReviewers,
    async ({ service, body, by }) => {
      const found = await finder.suggest(service, { ...body, reader: by });
      const asked = await requests.listOpenAbout(service, found, by);
      return { ...found, asked };
    },
  );

  operations.on(
    reviewerRoutes.requestReview,
    async ({ service, body, by, idempotencyKey }) => {
      const author = body.changeUrl
        ? await finder.findAuthor(service.entity, body.changeUrl)
        : undefined;
      return requests.request(service, {
        ...body,
        author: author ?? by,
        by,
        idempotencyKey,
      });
    },
  );

  const ofCaller = {
    find: (id: string, caller: { readonly by: string }) =>
      requests.find(id, caller.by),
  };

  operations.onRecord(
    reviewerRoutes.getReviewRequest,
    ofCaller,
    async ({ record }) => record,
  );

  operations.onRecord(
    reviewerRoutes.acceptReviewRequest,
    ofCaller,
    ({ record, by }) => requests.accept(record.id, by),
  );

  /** A request of a service that the caller can't read any more is empty. */
  const shown = async (
    request: ReviewRequest,
    credentials: BackstageCredentials,
  ): Promise<ReviewRequest> => {
    const { entityRef } = request;
    const visible = await services.filterVisible([entityRef], credentials);
    return visible.has(entityRef)
      ? request
      : { ...request, paths: [], changeUrl: undefined, note: undefined };
  };

  operations.onOwnRecord(
    reviewerRoutes.declineReviewRequest,
    ofCaller,
    async ({ record: { id }, by, credentials }) =>
      shown(await requests.decline(id, by), credentials),
  );

  operations.onOwnRecord(
    reviewerRoutes.completeReviewRequest,
    ofCaller,
    async ({ record: { id }, by, credentials }) =>
      shown(await requests.complete(id, by), credentials),
  );

  operations.onOwnRecord(
    reviewerRoutes.withdrawReviewRequest,
    ofCaller,
    async ({ record: { id }, by, credentials }) =>
      shown(await requests.withdraw(id, by), credentials),
  );

  operations.on(
    reviewerRoutes.getReviewTimes,
    async ({ service, credentials }) =>
      times.getTimes(service.entity, await access.withinOf(credentials)),
  );

  operations.on(
    reviewerRoutes.nudgeReviewer,
    async ({ service, params: { changeId }, by, credentials }) => {
      const claims = await access.withinOf(credentials);
      return times.nudge(service, changeId, { by, claims });
    },
  );

  operations.on(reviewerRoutes.getMyReviews, ({ by, credentials }) =>
    room.myReviews.get(by, credentials),
  );

  operations.on(reviewerRoutes.putAvailability, async ({ body, by }) => {
    await room.availability.save(by, body);
    return body;
  });

  operations.on(reviewerRoutes.listReviewers, ({ query, credentials }) =>
    room.reviewerList.list(query, credentials),
  );
}

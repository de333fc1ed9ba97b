import { InputError } from '@backstage/errors';
import {
  mostPaths,
  ownersOf,
  reviewerRoutes,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { AvailabilityService } from './availability/AvailabilityService';
import { ChangeFinder } from './finder/ChangeFinder';
import { ReviewRequestService } from './requests/ReviewRequestService';
import { ReviewerListService } from './roster/ReviewerListService';
import { RosterOverview } from './roster/RosterOverview';
import { RosterService } from './roster/RosterService';
import { RosterTalks } from './roster/RosterTalks';
import { ReviewTimesService } from './times/ReviewTimesService';

/** Adds the routes of the room `reviewers`. */
export function addReviewerRoutes(options: {
  routes: RouteRegistrar;
  access: AccessService;
  catalog: ServiceCatalog;
  roster: RosterService;
  rosterOverview: RosterOverview;
  rosterTalks: RosterTalks;
  reviewerList: ReviewerListService;
  availability: AvailabilityService;
  finder: ChangeFinder;
  requests: ReviewRequestService;
  times: ReviewTimesService;
  /** Assesses a service anew after its roster has changed. */
  reassess: (entityRef: string) => Promise<void>;
}): void {
  const { routes, access, catalog, roster, requests, times } = options;

  routes.add(reviewerRoutes.getRoster, async ({ params, credentials }) => {
    const service = await catalog.getVisible(params, credentials);
    return options.rosterOverview.get(service);
  });

  routes.add(
    reviewerRoutes.putReviewer,
    async ({ params, body, credentials, audit }) => {
      const service = await catalog.getVisible(params, credentials);
      const { entityRef, entity } = service;
      const { userRef } = params;
      const isOneself = access.userOf(credentials) === userRef;
      const { sponsor, ...terms } = body;
      audit({ entityRef, userRef, role: terms.role });
      const by = await access.authorize(
        isOneself ? 'offerReview' : 'manageRoster',
        entity,
        credentials,
      );
      const entry = await options.rosterTalks.putForward(service, {
        userRef,
        side: isOneself ? 'person' : 'owners',
        by,
        terms,
        sponsor,
      });
      await options.reassess(entityRef);
      const [described] = await roster.describe([entry], ownersOf(entity));
      return described;
    },
  );

  routes.add(
    reviewerRoutes.removeReviewer,
    async ({ params, credentials, audit }) => {
      const service = await catalog.getVisible(params, credentials);
      const { entityRef, entity } = service;
      const { userRef } = params;
      audit({ entityRef, userRef });
      // Nobody has to ask for leave.
      const by =
        access.userOf(credentials) === userRef
          ? userRef
          : await access.authorize('manageRoster', entity, credentials);
      const entry = await options.rosterTalks.remove(service, userRef, by);
      await options.reassess(entityRef);
      const [described] = await roster.describe([entry], ownersOf(entity));
      return described;
    },
  );

  routes.add(
    reviewerRoutes.suggestReviewers,
    async ({ params, body, credentials }) => {
      const service = await catalog.getVisible(params, credentials);
      return options.finder.suggest(service, {
        ...body,
        reader: access.userOf(credentials),
      });
    },
  );

  routes.add(
    reviewerRoutes.requestReview,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const service = await catalog.getVisible(params, credentials);
      audit({ entityRef: service.entityRef, reviewer: body.reviewer });
      const by = await access.authorize(
        'requestReview',
        service.entity,
        credentials,
      );
      if (body.paths.length > mostPaths) {
        throw new InputError('Invalid request: body.paths: too many');
      }
      return requests.request(service, { ...body, by, idempotencyKey });
    },
  );

  routes.add(reviewerRoutes.getReviewRequest, async ({ params, credentials }) =>
    requests.get(params.id, access.requireUser(credentials)),
  );

  const answers = [
    [reviewerRoutes.acceptReviewRequest, requests.accept],
    [reviewerRoutes.declineReviewRequest, requests.decline],
    [reviewerRoutes.completeReviewRequest, requests.complete],
    [reviewerRoutes.withdrawReviewRequest, requests.withdraw],
  ] as const;
  for (const [route, answer] of answers) {
    routes.add(route, async ({ params, credentials, audit }) => {
      audit({ reviewRequest: params.id });
      const user = access.requireUser(credentials);
      return answer.call(requests, params.id, user);
    });
  }

  routes.add(reviewerRoutes.getReviewTimes, async ({ params, credentials }) => {
    const { entity } = await catalog.getVisible(params, credentials);
    return times.getTimes(entity);
  });

  routes.add(
    reviewerRoutes.nudgeReviewer,
    async ({ params, credentials, audit }) => {
      const service = await catalog.getVisible(params, credentials);
      audit({ entityRef: service.entityRef, changeId: params.changeId });
      const by = await access.authorize(
        'requestReview',
        service.entity,
        credentials,
      );
      return times.nudge(service, params.changeId, by);
    },
  );

  routes.add(reviewerRoutes.getMyReviews, async ({ credentials }) => {
    const user = access.requireUser(credentials);
    const [own, mine, entries] = await Promise.all([
      options.availability.getOwn(user),
      requests.listOf(user),
      roster.listOf(user),
    ]);
    const visible = await catalog.filterVisible(
      entries.map(({ entityRef }) => entityRef),
      credentials,
    );
    return {
      ...own,
      ...mine,
      roster: entries
        .filter(({ entityRef }) => visible.has(entityRef))
        .map(({ entityRef, agreed, proposed, ...entry }) => ({
          entityRef,
          status: roster.statusOf({ entityRef, agreed, proposed, ...entry }),
          agreed,
          proposed: proposed && { ...proposed.terms, by: proposed.by },
        })),
    };
  });

  routes.add(reviewerRoutes.putAvailability, async ({ body, credentials }) => {
    const user = access.requireUser(credentials);
    await options.availability.save(user, body);
    return body;
  });

  routes.add(reviewerRoutes.listReviewers, async ({ query, credentials }) =>
    options.reviewerList.list(query, credentials),
  );
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ownersOf,
  reviewerRoutes,
  ReviewRequest,
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
      const { userRef, ...ref } = params;
      const isOneself = access.userOf(credentials) === userRef;
      // Nobody has to ask for leave, not even of what they can't read any more.
      const { entityRef, entity } = isOneself
        ? await catalog.getOwn(ref)
        : await catalog.getVisible(ref, credentials);
      audit({ entityRef, userRef });
      const by =
        isOneself || !entity
          ? userRef
          : await access.authorize('manageRoster', entity, credentials);
      const entry = await options.rosterTalks.remove(
        { entityRef, entity },
        userRef,
        by,
      );
      if (entity) await options.reassess(entityRef);
      const [described] = await roster.describe(
        [entry],
        entity ? ownersOf(entity) : [],
      );
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
      const author = body.changeUrl
        ? await options.finder.findAuthor(service.entity, body.changeUrl)
        : undefined;
      return requests.request(service, {
        ...body,
        author: author ?? by,
        by,
        idempotencyKey,
      });
    },
  );

  /** A request of a service that the caller can't read any more is empty. */
  const shown = async (
    request: ReviewRequest,
    credentials: BackstageCredentials,
  ): Promise<ReviewRequest> => {
    const { entityRef } = request;
    const visible = await catalog.filterVisible([entityRef], credentials);
    return visible.has(entityRef)
      ? request
      : { ...request, paths: [], changeUrl: undefined, note: undefined };
  };
  const getVisible = async (
    id: string,
    user: string,
    credentials: BackstageCredentials,
  ): Promise<ReviewRequest> => {
    const request = await requests.get(id, user);
    await catalog.getVisible(request.entityRef, credentials, {
      notFound: `No review request found '${id}'`,
    });
    return request;
  };

  routes.add(reviewerRoutes.getReviewRequest, async ({ params, credentials }) =>
    getVisible(params.id, access.requireUser(credentials), credentials),
  );

  routes.add(
    reviewerRoutes.acceptReviewRequest,
    async ({ params, credentials, audit }) => {
      audit({ reviewRequest: params.id });
      const user = access.requireUser(credentials);
      await getVisible(params.id, user, credentials);
      return requests.accept(params.id, user);
    },
  );

  // To end something is possible without being able to see it.
  const ends = [
    [reviewerRoutes.declineReviewRequest, requests.decline],
    [reviewerRoutes.completeReviewRequest, requests.complete],
    [reviewerRoutes.withdrawReviewRequest, requests.withdraw],
  ] as const;
  for (const [route, end] of ends) {
    routes.add(route, async ({ params, credentials, audit }) => {
      audit({ reviewRequest: params.id });
      const user = access.requireUser(credentials);
      return shown(await end.call(requests, params.id, user), credentials);
    });
  }

  routes.add(reviewerRoutes.getReviewTimes, async ({ params, credentials }) => {
    const { entity } = await catalog.getVisible(params, credentials);
    return times.getTimes(entity, await access.claimsOf(credentials));
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
      const claims = await access.claimsOf(credentials);
      return times.nudge(service, params.changeId, { by, claims });
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
      [...mine.asked, ...mine.requested].map(({ entityRef }) => entityRef),
      credentials,
    );
    const isVisible = ({ entityRef }: { entityRef: string }) =>
      visible.has(entityRef);
    return {
      userRef: user,
      ...own,
      asked: mine.asked.filter(isVisible),
      requested: mine.requested.filter(isVisible),
      // One's own name on a roster is one's own to know, and to take off.
      roster: entries.map(entry => ({
        entityRef: entry.entityRef,
        status: roster.statusOf(entry),
        agreed: entry.agreed,
        proposed: entry.proposed && {
          ...entry.proposed.terms,
          by: entry.proposed.by,
        },
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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  feedbackRoutes,
  researchRoutes,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { FeedbackService } from './feedback/FeedbackService';
import { FeedbackReader } from './feedback/FeedbackStore';
import { ResearchService } from './research/ResearchService';

const toldOf = ({ kind, metadata }: Entity) => ({
  title: metadata.title || metadata.name,
  path: `/catalog/${metadata.namespace ?? 'default'}/${kind.toLocaleLowerCase(
    'en-US',
  )}/${metadata.name}`,
});

/** Adds the routes for feedback and the research log. */
export function addListeningRoutes(options: {
  routes: RouteRegistrar;
  access: AccessService;
  catalog: ServiceCatalog;
  feedback: FeedbackService;
  research: ResearchService;
  /** Assesses a service anew after anything was written. */
  reassess: (entityRef: string) => Promise<void>;
}): void {
  const { routes, access, catalog, feedback, research, reassess } = options;

  async function readerOf(
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<FeedbackReader> {
    const { manageFeedback } = await access.allowed(
      ['manageFeedback'],
      entity,
      credentials,
    );
    return { userRef: access.userOf(credentials), isTeam: manageFeedback };
  }

  /** Feedback by its id, with its service, as far as the caller may see both. */
  async function open(id: string, credentials: BackstageCredentials) {
    const notFound = `No feedback found '${id}'`;
    const found = await feedback.find(id);
    const { entity } = await catalog.getVisible(found.entityRef, credentials, {
      notFound,
    });
    const reader = await readerOf(entity, credentials);
    feedback.requireSeen(found, reader);
    return { found, entity, reader };
  }

  routes.add(
    feedbackRoutes.listFeedback,
    async ({ params, query, credentials }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      return feedback.list({
        entityRef,
        reader: await readerOf(entity, credentials),
        statuses: query.status,
        cursor: query.cursor,
        limit: query.limit,
      });
    },
  );

  routes.add(
    feedbackRoutes.giveFeedback,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      audit({ entityRef, visibility: body.visibility });
      const by = await access.authorize('giveFeedback', entity, credentials);
      return feedback.give(
        { ...body, entityRef, by, idempotencyKey },
        await readerOf(entity, credentials),
      );
    },
  );

  routes.add(
    feedbackRoutes.replyToFeedback,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const { found, entity, reader } = await open(params.id, credentials);
      audit({ entityRef: found.entityRef });
      const by = await access.authorize(
        ['giveFeedback', 'manageFeedback'],
        entity,
        credentials,
      );
      const answer = await feedback.reply(
        found,
        { ...body, by, fromTeam: reader.isTeam, idempotencyKey },
        toldOf(entity),
        reader,
      );
      await reassess(found.entityRef);
      return answer;
    },
  );

  routes.add(
    feedbackRoutes.setFeedbackStatus,
    async ({ params, body, credentials, audit }) => {
      const { found, entity, reader } = await open(params.id, credentials);
      audit({ entityRef: found.entityRef, status: body.status });
      const by = await access.authorize('manageFeedback', entity, credentials);
      const answer = await feedback.setStatus(
        found,
        { ...body, by },
        toldOf(entity),
        reader,
      );
      await reassess(found.entityRef);
      return answer;
    },
  );

  for (const [route, isGiven] of [
    [feedbackRoutes.voteForFeedback, true],
    [feedbackRoutes.withdrawVote, false],
  ] as const) {
    routes.add(route, async ({ params, credentials, audit }) => {
      const { found, entity, reader } = await open(params.id, credentials);
      audit({ entityRef: found.entityRef });
      const by = isGiven
        ? await access.authorize('giveFeedback', entity, credentials)
        : access.requireUser(credentials);
      return feedback.vote(found, by, isGiven, reader);
    });
  }

  routes.add(
    researchRoutes.listResearch,
    async ({ params, query, credentials }) => {
      const { entityRef } = await catalog.getVisible(params, credentials);
      return research.list({ ...query, entityRef });
    },
  );

  routes.add(
    researchRoutes.addResearch,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      audit({ entityRef, kind: body.kind });
      const by = await access.authorize('writeResearch', entity, credentials);
      const entry = await research.add(
        { ...body, entityRef, by },
        idempotencyKey,
      );
      await reassess(entityRef);
      return entry;
    },
  );

  routes.add(
    researchRoutes.removeResearch,
    async ({ params, credentials, audit }) => {
      const entry = await research.find(params.id);
      const { entity } = await catalog.getVisible(
        entry.entityRef,
        credentials,
        { notFound: `No research found '${params.id}'` },
      );
      audit({ entityRef: entry.entityRef });
      await access.authorize('writeResearch', entity, credentials);
      await research.remove(entry.id);
      await reassess(entry.entityRef);
      return entry;
    },
  );
}

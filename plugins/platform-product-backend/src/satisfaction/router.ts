import { NotAllowedError } from '@backstage/errors';
import { satisfactionRoutes } from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { DomainFinder } from '../catalog/DomainFinder';
import { ServiceCatalog, VisibleServices } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { AnswerService } from './answers/AnswerService';
import { AudienceService } from './audience/AudienceService';
import { GroupedService, RollUpService } from './releases/RollUpService';
import { ScoreService } from './releases/ScoreService';
import { RoundService, toRound } from './rounds/RoundService';

/**
 * Adds the routes of the room `satisfaction`. An audit event of a rating says
 * that somebody wrote about a service, and nothing of what.
 */
export function addSatisfactionRoutes(options: {
  routes: RouteRegistrar;
  access: AccessService;
  catalog: ServiceCatalog;
  rounds: RoundService;
  answers: AnswerService;
  audience: AudienceService;
  scores: ScoreService;
  rollUps: RollUpService;
  domains: DomainFinder;
  /** The services that a caller may know of, with what they are part of. */
  listServices: (visible: VisibleServices) => Promise<GroupedService[]>;
  /** Assesses a service anew after its team has answered. */
  reassess: (entityRef: string) => Promise<void>;
  /** Forgets what can be linked to a person, everywhere. */
  eraseUser: (userRef: string) => Promise<void>;
}): void {
  const { routes, access, catalog, rounds, answers, audience, scores } =
    options;

  routes.add(
    satisfactionRoutes.getSatisfaction,
    async ({ params, credentials }) => {
      const { entityRef } = await catalog.getVisible(params, credentials);
      return scores.get(entityRef);
    },
  );

  routes.add(
    satisfactionRoutes.getMyAnswer,
    async ({ params, credentials }) => {
      const user = access.requireUser(credentials);
      const { entityRef } = await catalog.getVisible(params, credentials);
      return answers.get(entityRef, user);
    },
  );

  routes.add(
    satisfactionRoutes.putMyAnswer,
    async ({ params, body, credentials }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      const user = await access.authorize('rate', entity, credentials);
      await answers.save(entityRef, user, body);
    },
  );

  routes.add(
    satisfactionRoutes.withdrawMyAnswer,
    async ({ params, credentials }) => {
      const user = access.requireUser(credentials);
      const { entityRef } = await catalog.getVisible(params, credentials);
      await answers.withdraw(entityRef, user);
    },
  );

  routes.add(
    satisfactionRoutes.noteInvitation,
    async ({ params, body, credentials }) => {
      const userRef = access.requireUser(credentials);
      const { entityRef } = await catalog.getVisible(params, credentials);
      const { id: roundId } = await rounds.requireOpen();
      const { outcome } = body;
      await audience.note({ entityRef, roundId, userRef, outcome });
    },
  );

  routes.add(
    satisfactionRoutes.inviteToRate,
    async ({ params, credentials, audit }) => {
      const service = await catalog.getVisible(params, credentials);
      audit({ entityRef: service.entityRef });
      await access.authorize('inviteToRate', service.entity, credentials);
      const answer = await audience.invite(
        service,
        toRound(await rounds.requireOpen()),
      );
      await options.reassess(service.entityRef);
      return answer;
    },
  );

  routes.add(
    satisfactionRoutes.replyToScores,
    async ({ params, body, credentials, audit }) => {
      const { roundId, ...ref } = params;
      const { entityRef, entity } = await catalog.getVisible(ref, credentials);
      audit({ entityRef, roundId });
      const by = await access.authorize('replyToScores', entity, credentials);
      const reply = await scores.reply(entityRef, { ...body, roundId, by });
      await options.reassess(entityRef);
      return reply;
    },
  );

  routes.add(satisfactionRoutes.listRollUps, async ({ query, credentials }) => {
    const { by, round: roundId } = query;
    const visible = await catalog.getVisibleRefs(credentials);
    const services = await options.listServices(visible);
    if (by !== 'domain') return options.rollUps.list(services, { by, roundId });
    const domains = await options.domains.find(
      services.flatMap(({ system }) => system ?? []),
      credentials,
    );
    return options.rollUps.list(
      services.map(service => ({
        ...service,
        domain: service.system && domains.get(service.system),
      })),
      { by, roundId },
    );
  });

  routes.add(
    satisfactionRoutes.eraseUser,
    async ({ params, credentials, audit }) => {
      const { userRef } = params;
      if (access.requireUser(credentials) !== userRef) {
        audit({ isOneself: false });
        if (!(await access.isAdmin(credentials))) {
          throw new NotAllowedError('Only an admin or the person may do this');
        }
      }
      await options.eraseUser(userRef);
      return { erased: true as const };
    },
  );
}

import { maturityRoutes } from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { AttestationService } from './AttestationService';
import { MaturityService } from './MaturityService';
import { WaiverService } from './WaiverService';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Adds the routes of the room `maturity`. */
export function addMaturityRoutes(options: {
  routes: RouteRegistrar;
  maturity: MaturityService;
  attestations: AttestationService;
  waivers: WaiverService;
  access: AccessService;
  catalog: ServiceCatalog;
  longestAttestation: number;
  longestWaiver: number;
}): void {
  const { routes, maturity, attestations, waivers, access, catalog } = options;

  routes.add(
    maturityRoutes.getMaturity,
    async ({ params, query, credentials }) => {
      const service = await catalog.getVisible(params, credentials);
      const at = query.at ? new Date(query.at) : undefined;
      return maturity.getMaturity(service, at);
    },
  );

  routes.add(
    maturityRoutes.getLevelHistory,
    async ({ params, query, credentials }) => {
      const { entityRef } = await catalog.getVisible(params, credentials);
      return maturity.listHistory(entityRef, query);
    },
  );

  routes.add(maturityRoutes.getAccess, async ({ params, credentials }) => {
    const { entity } = await catalog.getVisible(params, credentials);
    const { allowed, isOwn } = await access.judge(
      [
        'attest',
        'withdrawAttestation',
        'requestWaiver',
        'decideWaiver',
        'manageRoster',
        'offerReview',
        'requestReview',
        'rate',
        'inviteToRate',
        'replyToScores',
        'giveFeedback',
        'manageFeedback',
        'writeResearch',
        'follow',
      ],
      entity,
      credentials,
    );
    return {
      ...allowed,
      user: access.userOf(credentials),
      isOwn,
      longestAttestationDays: options.longestAttestation / millisecondsPerDay,
      longestWaiverDays: options.longestWaiver / millisecondsPerDay,
    };
  });

  routes.add(
    maturityRoutes.attest,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      audit({ entityRef, criterionId: body.criterionId });
      const by = await access.authorize('attest', entity, credentials);
      const attestation = await attestations.attest({
        ...body,
        entityRef,
        by,
        idempotencyKey,
      });
      await maturity.reassess(entityRef, { collectors: ['attestation'] });
      return attestation;
    },
  );

  routes.add(
    maturityRoutes.withdrawAttestation,
    async ({ params, credentials, audit }) => {
      const { entityRef, criterionId } = await attestations.get(params.id);
      audit({ entityRef, criterionId });
      const { entity } = await catalog.getVisible(entityRef, credentials, {
        notFound: `No attestation found '${params.id}'`,
      });
      const by = await access.authorize(
        'withdrawAttestation',
        entity,
        credentials,
      );
      const attestation = await attestations.withdraw(params.id, by);
      await maturity.reassess(entityRef, { collectors: ['attestation'] });
      return attestation;
    },
  );

  routes.add(maturityRoutes.listWaivers, async ({ params, credentials }) => {
    const { entityRef } = await catalog.getVisible(params, credentials);
    const items = await waivers.list(entityRef);
    return { items, totalItems: items.length, pageInfo: {} };
  });

  routes.add(
    maturityRoutes.requestWaiver,
    async ({ params, body, idempotencyKey, credentials, audit }) => {
      const { entityRef, entity } = await catalog.getVisible(
        params,
        credentials,
      );
      audit({ entityRef, criterionId: body.criterionId });
      const by = await access.authorize('requestWaiver', entity, credentials);
      const waiver = await waivers.request({
        ...body,
        entityRef,
        by,
        idempotencyKey,
      });
      await maturity.reassess(entityRef, { collectors: [] });
      return waiver;
    },
  );

  routes.add(
    maturityRoutes.decideWaiver,
    async ({ params, body, credentials, audit }) => {
      const { entityRef, criterionId } = await waivers.get(params.id);
      audit({ entityRef, criterionId, decision: body.decision });
      const { entity } = await catalog.getVisible(entityRef, credentials, {
        notFound: `No waiver found '${params.id}'`,
      });
      const by = await access.authorize('decideWaiver', entity, credentials);
      const waiver = await waivers.decide(params.id, { ...body, by });
      await maturity.reassess(entityRef, { collectors: [] });
      return waiver;
    },
  );

  routes.add(
    maturityRoutes.revokeWaiver,
    async ({ params, credentials, audit }) => {
      const { entityRef, criterionId } = await waivers.get(params.id);
      audit({ entityRef, criterionId });
      const { entity } = await catalog.getVisible(entityRef, credentials, {
        notFound: `No waiver found '${params.id}'`,
      });
      const by = await access.authorize(
        ['requestWaiver', 'decideWaiver'],
        entity,
        credentials,
      );
      const waiver = await waivers.revoke(params.id, by);
      await maturity.reassess(entityRef, { collectors: [] });
      return waiver;
    },
  );
}

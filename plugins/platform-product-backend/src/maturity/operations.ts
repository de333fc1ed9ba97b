import { maturityRoutes } from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { Operations } from '../operations/Operations';
import { AttestationService } from './attestations/AttestationService';
import { MaturityService } from './assessment/MaturityService';
import { WaiverService } from './waivers/WaiverService';

/** Adds what can be asked of the room `maturity`. */
export function addMaturityOperations(
  operations: Operations,
  room: {
    readonly services: Pick<ServiceCatalog, 'getVisibleRefs'>;
    readonly maturity: MaturityService;
    readonly attestations: AttestationService;
    readonly waivers: WaiverService;
  },
): void {
  const { services, maturity, attestations, waivers } = room;

  operations.on(maturityRoutes.getMaturity, ({ service, query }) =>
    maturity.getMaturity(service, query.at ? new Date(query.at) : undefined),
  );

  operations.on(maturityRoutes.getLevelHistory, ({ service, query }) =>
    maturity.listHistory(service.entityRef, query),
  );

  operations.on(
    maturityRoutes.attest,
    ({ service: { entityRef }, body, by, idempotencyKey }) =>
      attestations.attest({ ...body, entityRef, by, idempotencyKey }),
  );

  operations.onRecord(
    maturityRoutes.withdrawAttestation,
    attestations,
    ({ record, by }) => attestations.withdraw(record.id, by),
  );

  operations.on(maturityRoutes.listWaivers, async ({ service }) => {
    const items = await waivers.listOf([service.entityRef]);
    return { items, totalItems: items.length, pageInfo: {} };
  });

  operations.on(
    maturityRoutes.listAllWaivers,
    async ({ query: { status, ...page }, credentials }) =>
      waivers.listAcross({
        ...page,
        statuses: status,
        visible: await services.getVisibleRefs(credentials),
      }),
  );

  operations.on(
    maturityRoutes.requestWaiver,
    ({ service: { entityRef }, body, by, idempotencyKey }) =>
      waivers.request({ ...body, entityRef, by, idempotencyKey }),
  );

  operations.onRecord(
    maturityRoutes.decideWaiver,
    waivers,
    ({ record, body, by }) => waivers.decide(record.id, { ...body, by }),
  );

  operations.onRecord(
    maturityRoutes.takeBackDecision,
    waivers,
    ({ record, by }) => waivers.takeBack(record.id, by),
  );

  operations.onRecord(maturityRoutes.revokeWaiver, waivers, ({ record, by }) =>
    waivers.revoke(record.id, by),
  );
}

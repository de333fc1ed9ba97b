import { researchRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Operations } from '../../operations/Operations';
import { ResearchService } from './ResearchService';

/** Adds what can be asked of the research log. */
export function addResearchOperations(
  operations: Operations,
  room: { readonly research: ResearchService },
): void {
  const { research } = room;

  operations.on(
    researchRoutes.listResearch,
    ({ service: { entityRef }, query }) =>
      research.list({ ...query, entityRef }),
  );

  operations.on(
    researchRoutes.addResearch,
    ({ service: { entityRef }, body, by, idempotencyKey }) =>
      research.add({ ...body, entityRef, by }, idempotencyKey),
  );

  operations.onRecord(
    researchRoutes.removeResearch,
    research,
    async ({ record }) => {
      await research.remove(record);
      return record;
    },
  );
}

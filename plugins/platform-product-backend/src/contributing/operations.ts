import { contributingRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Operations } from '../operations/Operations';
import { ContributingService } from './ContributingService';

/** Adds what can be asked of the room `contributing`. */
export function addContributingOperations(
  operations: Operations,
  room: { readonly contributing: ContributingService },
): void {
  operations.on(contributingRoutes.getContributing, ({ service }) =>
    room.contributing.getContributing(service.entity),
  );
}

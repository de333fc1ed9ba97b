import { updatesRoutes } from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { Operations } from '../operations/Operations';
import { FollowService } from './FollowService';

/** Adds what can be asked of the room `updates`. */
export function addUpdatesOperations(
  operations: Operations,
  room: {
    readonly follows: FollowService;
    readonly services: ServiceCatalog;
  },
): void {
  const { follows, services } = room;

  operations.on(updatesRoutes.getFollow, ({ service, user }) =>
    follows.get(service.entityRef, user),
  );

  operations.on(updatesRoutes.follow, async ({ service, by }) => {
    await follows.follow(service.entityRef, by);
    return follows.get(service.entityRef, by);
  });

  operations.onOwn(
    updatesRoutes.unfollow,
    async ({ service, by, credentials }) => {
      await follows.unfollow(service.entityRef, by);
      // How many follow is for those who can still see the service.
      const seen = await services.getVisible(service.entityRef, credentials);
      return follows.get(seen.entityRef, by);
    },
  );
}

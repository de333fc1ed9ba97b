import { stringifyEntityRef } from '@backstage/catalog-model';
import { updatesRoutes } from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { FollowService } from './FollowService';

/** Adds the routes of the room `updates`. */
export function addUpdatesRoutes(options: {
  routes: RouteRegistrar;
  access: AccessService;
  catalog: ServiceCatalog;
  follows: FollowService;
  /** Assesses a service anew after somebody came or went. */
  reassess: (entityRef: string) => Promise<void>;
}): void {
  const { routes, access, catalog, follows, reassess } = options;

  routes.add(updatesRoutes.getFollow, async ({ params, credentials }) => {
    const { entityRef } = await catalog.getVisible(params, credentials);
    return follows.get(entityRef, access.userOf(credentials));
  });

  routes.add(updatesRoutes.follow, async ({ params, credentials, audit }) => {
    const { entityRef, entity } = await catalog.getVisible(params, credentials);
    audit({ entityRef });
    const user = await access.authorize('follow', entity, credentials);
    await follows.follow(entityRef, user);
    await reassess(entityRef);
    return follows.get(entityRef, user);
  });

  routes.add(updatesRoutes.unfollow, async ({ params, credentials, audit }) => {
    const user = access.requireUser(credentials);
    // Also where the service is gone from the reader's sight since.
    await follows.unfollow(stringifyEntityRef(params), user);
    const { entityRef } = await catalog.getVisible(params, credentials);
    audit({ entityRef });
    await reassess(entityRef);
    return follows.get(entityRef, user);
  });
}

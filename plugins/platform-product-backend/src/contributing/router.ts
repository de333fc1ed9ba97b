import { contributingRoutes } from '@platform-product/backstage-plugin-common';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { ContributingService } from './ContributingService';

/** Adds the routes of the room `contributing`. */
export function addContributingRoutes(options: {
  routes: RouteRegistrar;
  contributing: ContributingService;
  catalog: ServiceCatalog;
}): void {
  const { routes, contributing, catalog } = options;
  routes.add(
    contributingRoutes.getContributing,
    async ({ params, credentials }) => {
      const { entity } = await catalog.getVisible(params, credentials);
      return contributing.getContributing(entity);
    },
  );
}

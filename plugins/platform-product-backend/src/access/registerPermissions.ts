import {
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { platformProductPermissions } from '@platform-product/backstage-plugin-common';
import { serviceResourceRef, serviceRules } from './permissionRules';

/** Makes the suite's permissions and rules known to the framework. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
  auth: AuthService;
}): void {
  const { permissionsRegistry, catalog, auth } = options;
  permissionsRegistry.addResourceType({
    resourceRef: serviceResourceRef,
    permissions: [...platformProductPermissions],
    rules: Object.values(serviceRules),
    async getResources(entityRefs) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return items;
    },
  });
}

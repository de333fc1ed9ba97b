import { createApiRef } from '@backstage/frontend-plugin-api';
import { PlatformProductApi } from '@platform-product/backstage-plugin-common';

/**
 * The API of the platform-product backend.
 *
 * @public
 */
export const platformProductApiRef = createApiRef<PlatformProductApi>().with({
  id: 'plugin.platform-product.service',
  pluginId: 'platform-product',
});

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How users find a service, as it was released. */
export function useSatisfaction(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getSatisfaction', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

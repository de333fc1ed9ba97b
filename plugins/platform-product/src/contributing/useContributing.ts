import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How one contributes to a service. */
export function useContributing(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getContributing', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

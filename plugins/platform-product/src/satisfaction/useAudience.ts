import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How many people of how many teams use a service. */
export function useAudience(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getAudience', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

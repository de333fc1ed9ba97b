import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** Who reviews for a service. */
export function useRoster(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getRoster', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

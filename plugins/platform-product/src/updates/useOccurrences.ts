import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** When events of a service take place in the next 90 days, the soonest first. */
export function useOccurrences(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('listOccurrences', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

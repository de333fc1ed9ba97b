import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How long reviews of a service take. */
export function useReviewTimes(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getReviewTimes', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

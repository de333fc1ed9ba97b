import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** What people ask of a service, so many at most. */
export function useFeedback(entityRef: string, limit: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listFeedback', {
        params: entityParamsOf(entityRef),
        query: { limit: `${limit}` },
      }),
    [api, entityRef, limit],
  );
}

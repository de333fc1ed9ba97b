import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How the team of a service has listened, so many entries at most. */
export function useResearch(entityRef: string, limit: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listResearch', {
        params: entityParamsOf(entityRef),
        query: { limit: `${limit}` },
      }),
    [api, entityRef, limit],
  );
}

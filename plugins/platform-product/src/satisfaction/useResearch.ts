import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';

/** How the team of a service has listened, so many entries at most. */
export function useResearch(entityRef: string, count: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listResearch', {
          params: entityParamsOf(entityRef),
          query: paging,
        }),
      ),
    [api, entityRef, count],
    [api, entityRef],
  );
}

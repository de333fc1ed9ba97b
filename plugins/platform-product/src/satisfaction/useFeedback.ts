import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';

/** What people ask of a service, so many at most. */
export function useFeedback(entityRef: string, count: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listFeedback', {
          params: entityParamsOf(entityRef),
          query: paging,
        }),
      ),
    [api, entityRef, count],
    [api, entityRef],
  );
}

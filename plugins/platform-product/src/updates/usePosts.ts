import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';

/** Posts of a service, the newest first, so many at most; or what waits to come out. */
export function usePosts(
  entityRef: string,
  asked: {
    readonly state: 'published' | 'waiting';
    readonly count: number;
    /** Grows when they have to be read again. */
    readonly version?: number;
  },
) {
  const { state, count, version = 0 } = asked;
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listPosts', {
          params: entityParamsOf(entityRef),
          query: { ...paging, state },
        }),
      ),
    [api, entityRef, state, count, version],
    [api, entityRef, state],
  );
}

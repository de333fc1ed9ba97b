import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** Open notices that concern an entity, or all that the reader owns. */
export function useConcerning(entityRef?: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listConcerningNotices', { params: {}, query: { entityRef } }),
    [api, entityRef],
  );
}

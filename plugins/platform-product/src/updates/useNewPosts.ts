import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

const mostShown = 5;

/** The newest posts of what the reader follows or uses. */
export function useNewPosts() {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('listNewPosts', { params: {}, query: { limit: mostShown } }),
    [api],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** The reader's own reviewing, for all of their platforms. */
export function useMyReviews() {
  const api = useApi(platformProductApiRef);
  return useLoaded(() => api.call('getMyReviews', { params: {} }), [api]);
}

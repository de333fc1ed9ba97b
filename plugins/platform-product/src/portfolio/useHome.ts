import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** What concerns the reader. */
export function useHome() {
  const api = useApi(platformProductApiRef);
  return useLoaded(() => api.call('getHome', { params: {} }), [api]);
}

import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';
import { waitingCounts } from './waitingCounts';

/** What concerns the reader; what waits is counted in the navigation, too. */
export function useHome() {
  const api = useApi(platformProductApiRef);
  return useLoaded(async () => {
    const home = await api.call('getHome', { params: {} });
    waitingCounts.set(api, home);
    return home;
  }, [api]);
}

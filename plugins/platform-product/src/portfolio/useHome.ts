import { useEffect, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';
import { countWaiting, waitingCounts } from './waitingCounts';

/**
 * What concerns the reader; what waits is counted in the navigation, too. Where that
 * has looked since and counts something else, it is loaded again.
 */
export function useHome() {
  const api = useApi(platformProductApiRef);
  const home = useLoaded(async () => {
    const found = await api.call('getHome', { params: {} });
    waitingCounts.set(api, found);
    return found;
  }, [api]);
  const { value, reload } = home;
  const counted = useSyncExternalStore(waitingCounts.subscribe, () =>
    waitingCounts.get(api),
  );
  const shown = value && countWaiting(value);
  useEffect(() => {
    if (shown !== undefined && counted !== shown) reload();
  }, [counted, shown, reload]);
  return home;
}

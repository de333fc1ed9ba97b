import { useEffect, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { waitingCounts } from './waitingCounts';

const lookEvery = 5 * 60 * 1000;

/** How much waits for the reader; undefined before it is known. */
export function useWaitingCount(): number | undefined {
  const api = useApi(platformProductApiRef);
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      try {
        waitingCounts.set(api, await api.call('getHome', { params: {} }));
      } catch {
        // A number that can't be told is no news; the page says what is wrong.
      }
    };
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [api]);
  return useSyncExternalStore(waitingCounts.subscribe, () =>
    waitingCounts.get(api),
  );
}

import { useEffect, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { lookEvery, waitingCounts } from './waitingCounts';

/** How much waits for the reader; undefined before it is known. */
export function useWaitingCount(): number | undefined {
  const api = useApi(platformProductApiRef);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) waitingCounts.look(api);
    };
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [api]);
  return useSyncExternalStore(waitingCounts.subscribe, () =>
    waitingCounts.get(api),
  );
}

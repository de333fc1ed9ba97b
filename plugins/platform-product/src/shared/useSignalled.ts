import { useEffect } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** A sweep signals often; nobody reads that fast. */
const pause = 3_000;

/**
 * Calls back when something is signalled, in apps that have signals: at once, then
 * once for all that comes during a pause, and on pages that nobody looks at once
 * somebody does.
 */
export function useSignalled(
  channel: string | undefined,
  onSignal: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals || !channel) return undefined;
    let pausing: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    const callBack = () => {
      if (!isDue || pausing || document.hidden) return;
      isDue = false;
      pausing = setTimeout(() => {
        pausing = undefined;
        callBack();
      }, pause);
      onSignal();
    };
    const subscription = signals.subscribe(channel, () => {
      isDue = true;
      callBack();
    });
    document.addEventListener('visibilitychange', callBack);
    return () => {
      subscription.unsubscribe();
      document.removeEventListener('visibilitychange', callBack);
      clearTimeout(pausing);
    };
  }, [signals, channel, onSignal]);
}

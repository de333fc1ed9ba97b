import { useEffect } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** Calls back when something is signalled, in apps that have signals. */
export function useSignalled(
  channel: string | undefined,
  onSignal: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals || !channel) return undefined;
    const subscription = signals.subscribe(channel, onSignal);
    return () => subscription.unsubscribe();
  }, [signals, channel, onSignal]);
}

import { useEffect } from 'react';
import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  entityParamsOf,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { platformProductApiRef } from '../api/platformProductApiRef';

/**
 * The maturity of a service, now or at a past moment. Loads again when the
 * backend signals a change of the service.
 */
export function useMaturity(entityRef: string, at?: string) {
  const api = useApi(platformProductApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const state = useAsyncRetry<Maturity>(
    () =>
      api.call('getMaturity', {
        params: entityParamsOf(entityRef),
        query: { at },
      }),
    [api, entityRef, at],
  );

  const { retry } = state;
  const channel = state.value?.signalChannel;
  useEffect(() => {
    if (!signals || !channel) return undefined;
    const subscription = signals.subscribe(channel, retry);
    return () => subscription.unsubscribe();
  }, [signals, channel, retry]);
  return state;
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useSignalled } from '../shared/useSignalled';

/**
 * The maturity of a service, now or at a past moment. Loads again when the
 * backend signals a change of the service.
 */
export function useMaturity(entityRef: string, at?: string) {
  const api = useApi(platformProductApiRef);
  const state = useAsyncRetry<Maturity>(
    () =>
      api.call('getMaturity', {
        params: entityParamsOf(entityRef),
        query: { at },
      }),
    [api, entityRef, at],
  );
  useSignalled(state.value?.signalChannel, state.retry);
  return state;
}

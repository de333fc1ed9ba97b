import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';
import { useSignalled } from '../shared/useSignalled';

/**
 * The maturity of a service, now or at a past moment. Loads again when the
 * backend signals a change of the service.
 */
export function useMaturity(entityRef: string, at?: string) {
  const api = useApi(platformProductApiRef);
  const loaded = useLoaded(
    () =>
      api.call('getMaturity', {
        params: entityParamsOf(entityRef),
        query: { at },
      }),
    [api, entityRef, at],
  );
  useSignalled(loaded.value?.signalChannel, loaded.reload);
  return loaded;
}

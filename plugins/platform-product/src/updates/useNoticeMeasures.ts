import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** How early and how fully the users of a service were told, in a year. */
export function useNoticeMeasures(entityRef: string, version = 0) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () => api.call('getNoticeMeasures', { params: entityParamsOf(entityRef) }),
    [api, entityRef, version],
    [api, entityRef],
  );
}

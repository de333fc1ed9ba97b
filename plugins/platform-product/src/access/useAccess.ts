import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ServiceAction,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/**
 * What the reader may do for a service; nothing until that is loaded. One fetch
 * for each component that uses it, so that a page does so once.
 */
export function useAccess(entityRef: string) {
  const api = useApi(platformProductApiRef);
  const access = useLoaded(
    () => api.call('getAccess', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  const { value } = access;
  return {
    ...access,
    can: (action: ServiceAction) => Boolean(value?.user && value[action]),
  };
}

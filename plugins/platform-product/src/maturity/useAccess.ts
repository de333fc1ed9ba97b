import { useApi } from '@backstage/frontend-plugin-api';
import {
  Access,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
import useAsync from 'react-use/esm/useAsync';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What the reader may do for a service; nothing until it is known. */
export function useAccess(entityRef: string): Access | undefined {
  const api = useApi(platformProductApiRef);
  return useAsync(
    () => api.call('getAccess', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  ).value;
}

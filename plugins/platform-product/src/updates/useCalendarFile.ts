import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Gives the events of a service as an iCalendar file. */
export function useCalendarFile(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useCallback(
    () => api.call('getCalendarFile', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
}

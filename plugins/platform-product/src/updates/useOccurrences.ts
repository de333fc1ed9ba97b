import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { millisecondsPerDay } from '../shared/dates';
import { useLoaded } from '../shared/useLoaded';

const yearAhead = 364 * millisecondsPerDay;

/** When events of a service take place within a year, the soonest first. */
export function useOccurrences(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listOccurrences', {
        params: entityParamsOf(entityRef),
        query: { until: new Date(Date.now() + yearAhead).toISOString() },
      }),
    [api, entityRef],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** The roadmap of a service, with so many of those that have shipped. */
export function useRoadmap(entityRef: string, shipped: number) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('getRoadmap', {
        params: entityParamsOf(entityRef),
        query: { shipped },
      }),
    [api, entityRef, shipped],
    [api, entityRef],
  );
}

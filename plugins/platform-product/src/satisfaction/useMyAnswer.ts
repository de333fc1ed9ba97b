import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  MyAnswer,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { LoadResult, useLoaded } from '../shared/useLoaded';

/** The reader's own answer on a service. */
export function useMyAnswer(entityRef: string): LoadResult<MyAnswer>;
/** Nothing for whoever can't rate it. */
export function useMyAnswer(
  entityRef: string,
  canRate: boolean,
): LoadResult<MyAnswer | undefined>;
export function useMyAnswer(entityRef: string, canRate = true) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    async () =>
      canRate
        ? api.call('getMyAnswer', { params: entityParamsOf(entityRef) })
        : undefined,
    [api, canRate, entityRef],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';

/** The API gives so many at once; a team has no more that it still changes. */
const mostEvents = 200;
const noEvents: readonly ServiceEvent[] = [];

/** Events of a service as its team has planned them; none for all others. */
export function useEvents(entityRef: string, isTeam: boolean) {
  const api = useApi(platformProductApiRef);
  return useLoaded(async () => {
    if (!isTeam) return noEvents;
    const { items } = await readUntil(mostEvents, paging =>
      api.call('listEvents', {
        params: entityParamsOf(entityRef),
        query: paging,
      }),
    );
    return items;
  }, [api, entityRef, isTeam]);
}

import { useApi } from '@backstage/frontend-plugin-api';
import { EventOccurrence } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';

/** Who comes to an occurrence, so many at most; for the team of the service. */
export function useAttendees(
  { event, originalStart }: EventOccurrence,
  count: number,
) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listAttendance', {
          params: { id: event.id, start: originalStart },
          query: paging,
        }),
      ),
    [api, event.id, originalStart, count],
    [api, event.id, originalStart],
  );
}

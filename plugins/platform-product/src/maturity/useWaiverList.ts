import { useApi } from '@backstage/frontend-plugin-api';
import { WaiverStatus } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** Waivers of all services that the reader may see, newest first, a page of them. */
export function useWaiverList(query: {
  /** All of them where there is none. */
  readonly status: WaiverStatus | undefined;
  readonly cursor: string | undefined;
}) {
  const { status, cursor } = query;
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listAllWaivers', {
        params: {},
        query: { status: status && [status], cursor },
      }),
    [api, status, cursor],
    // A page may stand until the next one is there, but under no other filter.
    [api, status],
  );
}

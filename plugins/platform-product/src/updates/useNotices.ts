import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';
import { usePolled } from './usePolled';

/** Notices of a service, open ones first, so many at most; they follow what is answered. */
export function useNotices(entityRef: string, count: number) {
  const api = useApi(platformProductApiRef);
  const notices = useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listNotices', {
          params: entityParamsOf(entityRef),
          query: paging,
        }),
      ),
    [api, entityRef, count],
    [api, entityRef],
  );
  const { value, reload } = notices;
  usePolled(Boolean(value?.items.some(isOpen)), reload);
  return notices;
}

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { AskedChange } from './useAskedChange';

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** Finds those who should review a change, once it is asked to. */
export function useSuggestions(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return useAsyncFn(
    (change: AskedChange) =>
      api.call('suggestReviewers', {
        params: entityParamsOf(entityRef),
        body: { ...change, timeZone },
      }),
    [api, entityRef],
  );
}

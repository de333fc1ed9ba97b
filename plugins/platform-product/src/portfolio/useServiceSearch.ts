import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

const mostFound = 20;

/** The first services that a text finds. */
export function useServiceSearch(text: string) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listPortfolio', {
        params: {},
        query: { text: text || undefined, limit: mostFound },
      }),
    [api, text],
    [api],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** Reviewers of all platforms that the reader may see, a page of them. */
export function useReviewers(query: {
  readonly text: string;
  readonly cursor: string | undefined;
}) {
  const { text, cursor } = query;
  const api = useApi(platformProductApiRef);
  return useLoaded(
    () =>
      api.call('listReviewers', {
        params: {},
        query: { text: text || undefined, cursor },
      }),
    [api, text, cursor],
    [api],
  );
}

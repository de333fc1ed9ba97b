import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Reminds whose turn a review is. */
export function useNudge(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return (changeId: string) =>
    api.call('nudgeReviewer', {
      params: { ...entityParamsOf(entityRef), changeId },
    });
}

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What can be done to the research log. */
export function useResearchActions() {
  const api = useApi(platformProductApiRef);
  return {
    add: (
      entityRef: string,
      body: BodyOf<'addResearch'>,
      idempotencyKey: string,
    ) =>
      api.call('addResearch', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    remove: (id: string) => api.call('removeResearch', { params: { id } }),
  };
}

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What can be done to waivers. */
export function useWaivers() {
  const api = useApi(platformProductApiRef);
  return {
    request: (
      entityRef: string,
      body: BodyOf<'requestWaiver'>,
      idempotencyKey: string,
    ) =>
      api.call('requestWaiver', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body,
      }),
    decide: (id: string, body: BodyOf<'decideWaiver'>) =>
      api.call('decideWaiver', { params: { id }, body }),
    takeBack: (id: string) => api.call('takeBackDecision', { params: { id } }),
    revoke: (id: string) => api.call('revokeWaiver', { params: { id } }),
  };
}

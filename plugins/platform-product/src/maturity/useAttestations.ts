import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What can be done to the attestations of a service. */
export function useAttestations(entityRef: string) {
  const api = useApi(platformProductApiRef);
  return {
    attest: (body: BodyOf<'attest'>, idempotencyKey: string) =>
      api.call('attest', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body,
      }),
    withdraw: (id: string) =>
      api.call('withdrawAttestation', { params: { id } }),
  };
}

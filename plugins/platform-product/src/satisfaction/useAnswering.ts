import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What the reader can do about their answer. */
export function useAnswering(entityRef: string) {
  const api = useApi(platformProductApiRef);
  const params = entityParamsOf(entityRef);
  return {
    put: (body: BodyOf<'putMyAnswer'>) =>
      api.call('putMyAnswer', { params, body }),
    withdraw: () => api.call('withdrawMyAnswer', { params }),
  };
}

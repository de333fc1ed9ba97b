import { useApi } from '@backstage/frontend-plugin-api';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Keeps when the reader can review. */
export function useAvailability() {
  const api = useApi(platformProductApiRef);
  return {
    put: (body: BodyOf<'putAvailability'>) =>
      api.call('putAvailability', { params: {}, body }),
  };
}

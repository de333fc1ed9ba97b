import { useApi } from '@backstage/frontend-plugin-api';
import { RollUpGroup } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';

/** Scores added up, with what they are added up by. */
export function useRollUps(by: RollUpGroup, round: string | undefined) {
  const api = useApi(platformProductApiRef);
  return useLoaded(
    async () => ({
      by,
      ...(await api.call('listRollUps', { params: {}, query: { by, round } })),
    }),
    [api, by, round],
    [api],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  RoadmapItem,
} from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What a team does with its roadmap. */
export function useRoadmapActions() {
  const api = useApi(platformProductApiRef);
  const nameOf = ({ id }: Pick<RoadmapItem, 'id'>) => ({ params: { id } });
  return {
    add: (
      entityRef: string,
      body: BodyOf<'addRoadmapItem'>,
      idempotencyKey: string,
    ) =>
      api.call('addRoadmapItem', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    change: (
      item: Pick<RoadmapItem, 'id'>,
      body: BodyOf<'changeRoadmapItem'>,
    ) => api.call('changeRoadmapItem', { ...nameOf(item), body }),
    move: (item: Pick<RoadmapItem, 'id'>, body: BodyOf<'moveRoadmapItem'>) =>
      api.call('moveRoadmapItem', { ...nameOf(item), body }),
    remove: (item: Pick<RoadmapItem, 'id'>) =>
      api.call('removeRoadmapItem', nameOf(item)),
  };
}

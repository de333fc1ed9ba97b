import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Post,
  PostSent,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What a team does with posts. */
export function usePostActions() {
  const api = useApi(platformProductApiRef);
  return {
    add: (entityRef: string, body: PostSent, idempotencyKey: string) =>
      api.call('addPost', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    change: ({ id, version }: Post, body: PostSent) =>
      api.call('changePost', { params: { id }, body: { ...body, version } }),
    remove: ({ id }: Post) => api.call('removePost', { params: { id } }),
  };
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Notice,
} from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What a team does with notices. */
export function useNoticeActions() {
  const api = useApi(platformProductApiRef);
  const nameOf = ({ id }: Pick<Notice, 'id'>) => ({ params: { id } });
  return {
    publish: (
      entityRef: string,
      body: BodyOf<'publishNotice'>,
      idempotencyKey: string,
    ) =>
      api.call('publishNotice', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    draft: (
      entityRef: string,
      body: BodyOf<'draftNotice'>,
      idempotencyKey: string,
    ) =>
      api.call('draftNotice', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    changeDraft: (draft: Notice, body: BodyOf<'draftNotice'>) =>
      api.call('changeDraft', {
        ...nameOf(draft),
        body: { ...body, version: draft.version },
      }),
    publishDraft: (draft: Notice, body: BodyOf<'publishNotice'>) =>
      api.call('publishDraft', {
        ...nameOf(draft),
        body: { ...body, version: draft.version },
      }),
    discard: (draft: Notice) => api.call('discardDraft', nameOf(draft)),
    update: (
      notice: Notice,
      body: BodyOf<'updateNotice'>,
      idempotencyKey: string,
    ) => api.call('updateNotice', { ...nameOf(notice), body, idempotencyKey }),
    remind: (notice: Notice) => api.call('remindOfNotice', nameOf(notice)),
  };
}

import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What can be done about feedback. */
export function useFeedbackActions() {
  const api = useApi(platformProductApiRef);
  return {
    give: (
      entityRef: string,
      body: BodyOf<'giveFeedback'>,
      idempotencyKey: string,
    ) =>
      api.call('giveFeedback', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    vote: (id: string) => api.call('voteForFeedback', { params: { id } }),
    withdrawVote: (id: string) => api.call('withdrawVote', { params: { id } }),
    reply: (
      id: string,
      body: BodyOf<'replyToFeedback'>,
      idempotencyKey: string,
    ) => api.call('replyToFeedback', { params: { id }, body, idempotencyKey }),
    setStatus: (id: string, body: BodyOf<'setFeedbackStatus'>) =>
      api.call('setFeedbackStatus', { params: { id }, body }),
  };
}

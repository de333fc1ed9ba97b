import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What can be done about a request that is there. */
export type RequestAnswer = 'accept' | 'decline' | 'complete' | 'withdraw';

/** Asks for reviews, and answers those who ask. */
export function useReviewRequests() {
  const api = useApi(platformProductApiRef);
  return {
    ask: (
      entityRef: string,
      body: BodyOf<'requestReview'>,
      idempotencyKey: string,
    ) =>
      api.call('requestReview', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body,
      }),
    answer: (id: string, answer: RequestAnswer) =>
      api.call(`${answer}ReviewRequest`, { params: { id } }),
  };
}

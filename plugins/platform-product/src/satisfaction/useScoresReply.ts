import { useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** Answers the scores of a round. */
export function useScoresReply(entityRef: string, roundId: string) {
  const api = useApi(platformProductApiRef);
  return (body: BodyOf<'replyToScores'>) =>
    api.call('replyToScores', {
      params: { ...entityParamsOf(entityRef), roundId },
      body,
    });
}

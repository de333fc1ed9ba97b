import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { readUntil } from '../shared/readUntil';
import { useLoaded } from '../shared/useLoaded';
import { usePolled } from './usePolled';

/** What a notice reaches and what its owners have said, so many at most; as it comes in. */
export function useNoticeAnswers(id: string, count: number) {
  const api = useApi(platformProductApiRef);
  const answers = useLoaded(
    () =>
      readUntil(count, paging =>
        api.call('listNoticeAnswers', { params: { id }, query: paging }),
      ),
    [api, id, count],
    [api, id],
  );
  usePolled(true, answers.reload);
  return answers;
}

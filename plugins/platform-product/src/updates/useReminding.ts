import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Notice } from '@platform-product/backstage-plugin-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';
import { useNoticeActions } from './useNoticeActions';

/** Reminds the owners of what has not answered, and says of how many entities. */
export function useReminding(notice: Notice) {
  const t = useTexts();
  const alertApi = useApi(alertApiRef);
  const { remind } = useNoticeActions();
  const [{ loading }, run] = useAsyncFn(async () => {
    try {
      const { entities } = await remind(notice);
      alertApi.post({
        message: t('updates.answers.reminded', { count: entities }),
        severity: 'success',
        display: 'transient',
      });
    } catch (error) {
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
  }, [alertApi, notice, remind, t]);
  return { loading, run };
}

import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';

/** Invites the people who use a service, but for those who were asked lately. */
export function InviteButton({ entityRef }: { readonly entityRef: string }) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const alertApi = useApi(alertApiRef);
  const [{ loading }, invite] = useAsyncFn(async () => {
    try {
      const { asked, invited } = await api.call('inviteToRate', {
        params: entityParamsOf(entityRef),
      });
      alertApi.post({
        message: t('rating.invited', {
          invited: `${invited}`,
          asked: `${asked}`,
        }),
        severity: 'success',
        display: 'transient',
      });
    } catch (error) {
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
  }, [api, alertApi, entityRef, t]);
  return (
    <Button size="small" variant="outlined" disabled={loading} onClick={invite}>
      {t('rating.invite')}
    </Button>
  );
}

import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';

/** Invites the people who use a service, but for those who were asked lately. */
export function InviteButton(props: {
  readonly entityRef: string;
  readonly onInvited: () => void;
}) {
  const { entityRef, onInvited } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const alertApi = useApi(alertApiRef);
  const [{ loading }, invite] = useAsyncFn(async () => {
    try {
      const { asked, invited } = await api.call('inviteToRate', {
        params: entityParamsOf(entityRef),
      });
      alertApi.post({
        message: describeInvitations(asked, invited, t),
        severity: invited ? 'success' : 'info',
        display: 'transient',
      });
      onInvited();
    } catch (error) {
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
  }, [api, alertApi, entityRef, onInvited, t]);
  return (
    <Button variant="secondary" isDisabled={loading} onPress={invite}>
      {t('rating.invite')}
    </Button>
  );
}

function describeInvitations(
  asked: number,
  invited: number,
  t: ReturnType<typeof useTexts>,
): string {
  if (!asked) return t('rating.invitedNobodyKnown');
  if (!invited) return t('rating.invitedNobody', { count: asked });
  return invited < asked
    ? t('rating.invitedSome', { count: invited, asked: `${asked}` })
    : t('rating.invitedAll', { count: invited });
}

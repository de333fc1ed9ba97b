import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';
import { useInvitations } from './useInvitations';

/** Invites the people who use a service, but for those who were asked lately. */
export function InviteButton(props: {
  readonly entityRef: string;
  readonly onInvited: () => void;
}) {
  const { entityRef, onInvited } = props;
  const t = useTexts();
  const invitations = useInvitations();
  const alertApi = useApi(alertApiRef);
  const [{ loading }, invite] = useAsyncFn(async () => {
    try {
      const { asked, invited } = await invitations.invite(entityRef);
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
  }, [invitations, alertApi, entityRef, onInvited, t]);
  return (
    <Button variant="secondary" isPending={loading} onPress={invite}>
      {t('satisfaction.rating.invite')}
    </Button>
  );
}

function describeInvitations(
  asked: number,
  invited: number,
  t: ReturnType<typeof useTexts>,
): string {
  if (!asked) return t('satisfaction.rating.invitedNobodyKnown');
  if (!invited) return t('satisfaction.rating.invitedNobody', { count: asked });
  return invited < asked
    ? t('satisfaction.rating.invitedSome', {
        count: invited,
        asked: `${asked}`,
      })
    : t('satisfaction.rating.invitedAll', { count: invited });
}

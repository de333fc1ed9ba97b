import { Skeleton } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { LoadError } from '../shared/LoadError';
import { Loading } from '../shared/Loading';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useAudience } from './useAudience';
import { useInvitations } from './useInvitations';

/** Says how many people an invitation is meant for, and asks before it is sent. */
export function InviteDialog(props: {
  readonly entityRef: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, onClose, onDone } = props;
  const t = useTexts();
  const audience = useAudience(entityRef);
  const { invite } = useInvitations();
  const submission = useSubmit({
    doneText: t('satisfaction.invite.done'),
    submit: () => invite(entityRef),
    onClose,
    onDone,
  });
  const { value, error, reload } = audience;
  const people = t('satisfaction.invite.people', { count: value?.people ?? 0 });
  const teams = t('satisfaction.invite.teams', { count: value?.teams ?? 0 });
  const who = value?.teams
    ? t('satisfaction.invite.users', { people, teams })
    : t('satisfaction.invite.followers', { people });
  const intro = value?.people
    ? `${who} ${t('satisfaction.invite.note')}`
    : t('satisfaction.invite.nobody');
  return (
    <FormDialog
      title={t('satisfaction.invite.title')}
      intro={value ? intro : ''}
      submitText={t('satisfaction.invite.submit')}
      canSubmit={Boolean(value?.people)}
      submission={submission}
      onClose={onClose}
    >
      {!value && !error && (
        <Loading>
          <Skeleton width="100%" height={48} />
        </Loading>
      )}
      {!value && error && (
        <LoadError
          title={t('satisfaction.invite.error')}
          error={error}
          onRetry={reload}
        />
      )}
    </FormDialog>
  );
}

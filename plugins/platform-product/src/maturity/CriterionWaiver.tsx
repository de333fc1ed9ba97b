import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatDay } from '../shared/dates';
import { describeError } from '../shared/describeError';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  waiver: { overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: theme.spacing(0.5) },
}));

/** The waiver of a criterion, and what the reader can do about it. */
export function CriterionWaiver(props: {
  readonly criterion: CriterionAssessment;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { criterion, access, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { waiver } = criterion;
  if (!waiver) return null;
  return (
    <div>
      <Text as="p" className={classes.waiver}>
        {waiver.status === 'approved'
          ? t('criteria.waiver.approved', {
              date: formatDay(waiver.expiresAt),
              reason: waiver.reason,
            })
          : t('criteria.waiver.pending', {
              date: formatDay(waiver.expiresAt),
              reason: waiver.reason,
            })}{' '}
        (<EntityDisplayName entityRef={waiver.requestedBy} hideIcon />)
      </Text>
      {access && (
        <WaiverActions
          criterion={criterion}
          waiverId={waiver.id}
          isPending={waiver.status === 'pending'}
          isOwnRequest={waiver.requestedBy === access.user}
          access={access}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

function WaiverActions(props: {
  readonly criterion: CriterionAssessment;
  readonly waiverId: string;
  readonly isPending: boolean;
  readonly isOwnRequest: boolean;
  readonly access: Access;
  readonly onChanged: () => void;
}) {
  const { criterion, waiverId, isPending, isOwnRequest, access, onChanged } =
    props;
  const classes = useStyles();
  const t = useTexts();
  const [isRevoking, setRevoking] = useState(false);
  const canRevoke = access.requestWaiver || access.decideWaiver;
  return (
    <div className={classes.actions}>
      {isPending && access.decideWaiver && !isOwnRequest && (
        <>
          <DecideButton
            criterion={criterion}
            waiverId={waiverId}
            decision="approved"
            onDone={onChanged}
          />
          <DecideButton
            criterion={criterion}
            waiverId={waiverId}
            decision="denied"
            onDone={onChanged}
          />
        </>
      )}
      {canRevoke && (
        <Button
          variant="tertiary"
          onPress={() => setRevoking(true)}
          aria-label={`${t('criteria.waiver.revoke')}: ${criterion.title}`}
        >
          {t('criteria.waiver.revoke')}
        </Button>
      )}
      {isRevoking && (
        <RevokeDialog
          criterion={criterion}
          waiverId={waiverId}
          isPending={isPending}
          onClose={() => setRevoking(false)}
          onDone={onChanged}
        />
      )}
    </div>
  );
}

function DecideButton(props: {
  readonly criterion: CriterionAssessment;
  readonly waiverId: string;
  readonly decision: 'approved' | 'denied';
  readonly onDone: () => void;
}) {
  const { criterion, waiverId, decision, onDone } = props;
  const t = useTexts();
  const text = t(
    decision === 'approved'
      ? 'criteria.waiver.approve'
      : 'criteria.waiver.deny',
  );
  const api = useApi(platformProductApiRef);
  const { loading, error, run } = useSubmit({
    doneText: t(decision === 'approved' ? 'waiver.approved' : 'waiver.denied'),
    submit: () =>
      api.call('decideWaiver', {
        params: { id: waiverId },
        body: { decision },
      }),
    onDone,
  });
  return (
    <>
      <Button
        variant={decision === 'approved' ? 'secondary' : 'tertiary'}
        isDisabled={loading}
        onPress={run}
        aria-label={`${text}: ${criterion.title}`}
      >
        {text}
      </Button>
      {error && (
        <Text as="p" color="danger" role="alert">
          {describeError(error)}
        </Text>
      )}
    </>
  );
}

function RevokeDialog(props: {
  readonly criterion: CriterionAssessment;
  readonly waiverId: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { criterion, waiverId, isPending, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const submission = useSubmit({
    doneText: t('waiver.revoked'),
    submit: () => api.call('revokeWaiver', { params: { id: waiverId } }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t(isPending ? 'waiver.cancelTitle' : 'waiver.revokeTitle')}
      intro={t(isPending ? 'waiver.cancelText' : 'waiver.revokeText', {
        criterion: criterion.title,
      })}
      submitText={t('criteria.waiver.revoke')}
      submission={submission}
      onClose={onClose}
    />
  );
}

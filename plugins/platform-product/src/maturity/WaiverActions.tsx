import { useState } from 'react';
import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { describeError } from '../shared/describeError';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { RevokeWaiverDialog } from './RevokeWaiverDialog';
import { useWaivers } from './useWaivers';

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', gap: theme.spacing(0.5) },
}));

/** What the reader can do about a waiver. */
export function WaiverActions(props: {
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
          aria-label={`${t('maturity.criteria.waiver.revoke')}: ${
            criterion.title
          }`}
        >
          {t('maturity.criteria.waiver.revoke')}
        </Button>
      )}
      {isRevoking && (
        <RevokeWaiverDialog
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
      ? 'maturity.criteria.waiver.approve'
      : 'maturity.criteria.waiver.deny',
  );
  const { decide } = useWaivers();
  const { loading, error, run } = useSubmit({
    doneText: t(
      decision === 'approved'
        ? 'maturity.waiver.approved'
        : 'maturity.waiver.denied',
    ),
    submit: () => decide(waiverId, decision),
    onDone,
  });
  return (
    <>
      <Button
        variant={decision === 'approved' ? 'secondary' : 'tertiary'}
        isPending={loading}
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

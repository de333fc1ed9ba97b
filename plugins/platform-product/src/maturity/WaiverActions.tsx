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
import { DenyWaiverDialog } from './DenyWaiverDialog';
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
  const [open, setOpen] = useState<'deny' | 'revoke'>();
  const close = () => setOpen(undefined);
  const canRevoke = access.requestWaiver || access.decideWaiver;
  return (
    <div className={classes.actions}>
      {isPending && access.decideWaiver && !isOwnRequest && (
        <>
          <ApproveButton
            criterion={criterion}
            waiverId={waiverId}
            onDone={onChanged}
          />
          <Button
            variant="tertiary"
            onPress={() => setOpen('deny')}
            aria-label={`${t('maturity.criteria.waiver.deny')}: ${
              criterion.title
            }`}
          >
            {t('maturity.criteria.waiver.deny')}
          </Button>
        </>
      )}
      {canRevoke && (
        <Button
          variant="tertiary"
          onPress={() => setOpen('revoke')}
          aria-label={`${t('maturity.criteria.waiver.revoke')}: ${
            criterion.title
          }`}
        >
          {t('maturity.criteria.waiver.revoke')}
        </Button>
      )}
      {open === 'deny' && (
        <DenyWaiverDialog
          criterion={criterion}
          waiverId={waiverId}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {open === 'revoke' && (
        <RevokeWaiverDialog
          criterion={criterion}
          waiverId={waiverId}
          isPending={isPending}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </div>
  );
}

function ApproveButton(props: {
  readonly criterion: CriterionAssessment;
  readonly waiverId: string;
  readonly onDone: () => void;
}) {
  const { criterion, waiverId, onDone } = props;
  const t = useTexts();
  const text = t('maturity.criteria.waiver.approve');
  const { decide } = useWaivers();
  const { loading, error, run } = useSubmit({
    doneText: t('maturity.waiver.approved'),
    submit: () => decide(waiverId, { decision: 'approved' }),
    onDone,
  });
  return (
    <>
      <Button
        variant="secondary"
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

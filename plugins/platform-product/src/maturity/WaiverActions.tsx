import { useState } from 'react';
import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import { RevokeWaiverDialog } from './RevokeWaiverDialog';
import { WaiverDecision } from './WaiverDecision';

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
        <WaiverDecision
          waiverId={waiverId}
          criterion={criterion.title}
          onDone={onChanged}
        />
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

import { ReactNode, useState } from 'react';
import {
  Access,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { Button, ButtonLink } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import { AttestDialog } from './AttestDialog';
import { RequestWaiverDialog } from './RequestWaiverDialog';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    justifyContent: 'flex-end',
  },
}));

/** What the reader can do about a criterion that is not met. */
export function CriterionActions(props: {
  readonly criterion: CriterionAssessment;
  readonly access: Access | undefined;
  readonly entityRef: string;
  readonly onChanged: () => void;
  /** Further actions, which come first. */
  readonly children?: ReactNode;
}) {
  const { criterion, access, entityRef, onChanged, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const isAttested = Boolean(criterion.attestation);
  const [open, setOpen] = useState<'attest' | 'waiver'>();
  const isOpen = criterion.state === 'missing' || criterion.state === 'at-risk';
  const canAttest =
    isOpen || criterion.state === 'waived' || criterion.state === 'attested';
  const isWaiverLive =
    criterion.waiver !== undefined && criterion.waiver.status !== 'denied';
  // Over what was measured an attestation is a statement.
  const isAttestable =
    criterion.state === 'missing' && criterion.result !== 'fail';
  const attestText = t(
    isAttested ? 'maturity.criteria.renew' : 'maturity.criteria.attest',
  );
  const label = (action: string) => `${action}: ${criterion.title}`;
  return (
    <div className={classes.actions}>
      {children}
      {criterion.howTo && isWebLink(criterion.howTo) && (
        <ButtonLink
          variant="tertiary"
          href={criterion.howTo}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={label(t('maturity.criteria.howTo'))}
        >
          {t('maturity.criteria.howTo')}
        </ButtonLink>
      )}
      {access?.requestWaiver && isOpen && !isWaiverLive && (
        <Button
          variant={criterion.result === 'fail' ? 'secondary' : 'tertiary'}
          onPress={() => setOpen('waiver')}
          aria-label={label(t('maturity.criteria.askWaiver'))}
        >
          {t('maturity.criteria.askWaiver')}
        </Button>
      )}
      {access?.attest && criterion.attestable && canAttest && (
        <Button
          variant={isAttestable ? 'secondary' : 'tertiary'}
          onPress={() => setOpen('attest')}
          aria-label={label(attestText)}
        >
          {attestText}
        </Button>
      )}
      {open === 'attest' && (
        <AttestDialog
          criterion={criterion}
          entityRef={entityRef}
          longestDays={access!.longestAttestationDays}
          onClose={() => setOpen(undefined)}
          onDone={onChanged}
        />
      )}
      {open === 'waiver' && (
        <RequestWaiverDialog
          criterion={criterion}
          entityRef={entityRef}
          longestDays={access!.longestWaiverDays}
          onClose={() => setOpen(undefined)}
          onDone={onChanged}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { describeError } from '../shared/describeError';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { DenyWaiverDialog } from './DenyWaiverDialog';
import { useWaivers } from './useWaivers';

/** Approves or denies a waiver. */
export function WaiverDecision(props: {
  readonly waiverId: string;
  /** Title of the criterion. */
  readonly criterion: string;
  readonly onDone: (decision: 'approved' | 'denied') => void;
}) {
  const { waiverId, criterion, onDone } = props;
  const t = useTexts();
  const { decide } = useWaivers();
  const [isDenying, setDenying] = useState(false);
  const approval = useSubmit({
    doneText: t('maturity.waiver.approved'),
    submit: () => decide(waiverId, { decision: 'approved' }),
    onDone: () => onDone('approved'),
  });
  const [approve, deny] = [
    t('maturity.criteria.waiver.approve'),
    t('maturity.criteria.waiver.deny'),
  ];
  return (
    <>
      <Button
        variant="secondary"
        isPending={approval.loading}
        onPress={approval.run}
        aria-label={`${approve}: ${criterion}`}
      >
        {approve}
      </Button>
      <Button
        variant="tertiary"
        onPress={() => setDenying(true)}
        aria-label={`${deny}: ${criterion}`}
      >
        {deny}
      </Button>
      {approval.error && (
        <Text as="p" color="danger" role="alert">
          {describeError(approval.error)}
        </Text>
      )}
      {isDenying && (
        <DenyWaiverDialog
          criterion={criterion}
          waiverId={waiverId}
          onClose={() => setDenying(false)}
          onDone={() => onDone('denied')}
        />
      )}
    </>
  );
}

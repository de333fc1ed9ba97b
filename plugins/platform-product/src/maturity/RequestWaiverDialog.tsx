import { useState } from 'react';
import { CriterionAssessment } from '@platform-product/backstage-plugin-common';
import { ExpiryField, initialExpiry, readExpiry } from '../shared/ExpiryField';
import { FormDialog } from '../shared/FormDialog';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useWaivers } from './useWaivers';

const shortestReason = 10;

/** Asks for a waiver of a criterion. */
export function RequestWaiverDialog(props: {
  readonly criterion: CriterionAssessment;
  readonly entityRef: string;
  readonly longestDays: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { criterion, entityRef, longestDays, onClose, onDone } = props;
  const t = useTexts();
  const { request } = useWaivers();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(() => initialExpiry(60, longestDays));
  const expiresAt = readExpiry(day, longestDays);

  const submission = useSubmit({
    content: JSON.stringify([reason, day]),
    doneText: t('maturity.waiver.done'),
    submit: idempotencyKey =>
      request(
        entityRef,
        {
          criterionId: criterion.id,
          reason: reason.trim(),
          expiresAt: expiresAt!.toISOString(),
        },
        idempotencyKey,
      ),
    onClose,
    onDone,
  });

  return (
    <FormDialog
      title={t('maturity.waiver.title')}
      intro={t('maturity.waiver.intro', { criterion: criterion.title })}
      submitText={t('maturity.waiver.submit')}
      canSubmit={reason.trim().length >= shortestReason && Boolean(expiresAt)}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('maturity.waiver.reason')}
        help={t('maturity.attest.statementHelp')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        isRequired
        rows={3}
      />
      <ExpiryField
        label={t('maturity.waiver.expires')}
        value={day}
        longestDays={longestDays}
        onChange={setDay}
      />
    </FormDialog>
  );
}

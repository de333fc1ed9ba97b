import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CriterionAssessment,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { ExpiryField, initialExpiry, readExpiry } from '../shared/ExpiryField';
import { FormDialog } from '../shared/FormDialog';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

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
  const api = useApi(platformProductApiRef);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(() => initialExpiry(60, longestDays));
  const expiresAt = readExpiry(day, longestDays);

  const submission = useSubmit({
    content: JSON.stringify([reason, day]),
    doneText: t('waiver.done'),
    submit: idempotencyKey =>
      api.call('requestWaiver', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body: {
          criterionId: criterion.id,
          reason: reason.trim(),
          expiresAt: expiresAt!.toISOString(),
        },
      }),
    onClose,
    onDone,
  });

  return (
    <FormDialog
      title={t('waiver.title')}
      intro={t('waiver.intro', { criterion: criterion.title })}
      submitText={t('waiver.submit')}
      canSubmit={reason.trim().length >= shortestReason && Boolean(expiresAt)}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('waiver.reason')}
        help={t('attest.statementHelp')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        isRequired
        rows={3}
      />
      <ExpiryField
        label={t('waiver.expires')}
        value={day}
        longestDays={longestDays}
        onChange={setDay}
      />
    </FormDialog>
  );
}

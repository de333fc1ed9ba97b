import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CriterionAssessment,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { ExpiryField, initialExpiry, readExpiry } from '../shared/ExpiryField';
import { FormDialog } from '../shared/FormDialog';
import { LinkField } from '../shared/LinkField';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

const shortestStatement = 10;

/** Asks for an attestation of a criterion. */
export function AttestDialog(props: {
  readonly criterion: CriterionAssessment;
  readonly entityRef: string;
  readonly longestDays: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { criterion, entityRef, longestDays, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [statement, setStatement] = useState('');
  const [link, setLink] = useState('');
  const [day, setDay] = useState(() => initialExpiry(90, longestDays));
  const expiresAt = readExpiry(day, longestDays);
  const isLinkGood =
    !link.trim() ||
    (isWebLink(link.trim()) && link.trim().startsWith('https:'));

  const submission = useSubmit({
    content: JSON.stringify([statement, link, day]),
    doneText: t('attest.done'),
    submit: idempotencyKey =>
      api.call('attest', {
        params: entityParamsOf(entityRef),
        idempotencyKey,
        body: {
          criterionId: criterion.id,
          statement: statement.trim(),
          link: link.trim() || undefined,
          expiresAt: expiresAt!.toISOString(),
        },
      }),
    onClose,
    onDone,
  });

  return (
    <FormDialog
      title={t('attest.title')}
      intro={t('attest.intro', { criterion: criterion.title })}
      submitText={t('attest.submit')}
      canSubmit={
        statement.trim().length >= shortestStatement &&
        isLinkGood &&
        Boolean(expiresAt)
      }
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('attest.statement')}
        help={t('attest.statementHelp')}
        value={statement}
        onChange={setStatement}
        maxLength={2000}
        isRequired
        rows={3}
      />
      <LinkField
        label={t('attest.link')}
        help={t('attest.linkHelp')}
        badLinkText={t('attest.linkHelp')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
      <ExpiryField
        label={t('attest.expires')}
        value={day}
        longestDays={longestDays}
        onChange={setDay}
      />
    </FormDialog>
  );
}

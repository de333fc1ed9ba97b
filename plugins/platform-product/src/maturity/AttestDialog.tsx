import { useState } from 'react';
import { CriterionAssessment } from '@platform-product/backstage-plugin-common';
import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { ExpiryField, initialExpiry, readExpiry } from '../shared/ExpiryField';
import { FormDialog } from '../shared/FormDialog';
import { LinkField } from '../shared/LinkField';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useAttestations } from './useAttestations';

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
  const isMeasured = criterion.result === 'fail';
  const { attest } = useAttestations(entityRef);
  const [statement, setStatement] = useState('');
  const [link, setLink] = useState('');
  const [day, setDay] = useState(() => initialExpiry(90, longestDays));
  const expiresAt = readExpiry(day, longestDays);
  const isLinkGood =
    !link.trim() ||
    (isWebLink(link.trim()) && link.trim().startsWith('https:'));

  const submission = useSubmit({
    content: JSON.stringify([statement, link, day]),
    doneText: t(
      isMeasured ? 'maturity.attest.doneMeasured' : 'maturity.attest.done',
    ),
    submit: idempotencyKey =>
      attest(
        {
          criterionId: criterion.id,
          statement: statement.trim(),
          link: link.trim() || undefined,
          expiresAt: expiresAt!.toISOString(),
        },
        idempotencyKey,
      ),
    onClose,
    onDone,
  });

  return (
    <FormDialog
      title={t('maturity.attest.title')}
      intro={t(
        isMeasured ? 'maturity.attest.introMeasured' : 'maturity.attest.intro',
        { criterion: criterion.title },
      )}
      submitText={t('maturity.attest.submit')}
      canSubmit={
        statement.trim().length >= shortestStatement &&
        isLinkGood &&
        Boolean(expiresAt)
      }
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('maturity.attest.statement')}
        help={t('maturity.attest.statementHelp')}
        value={statement}
        onChange={setStatement}
        maxLength={2000}
        isRequired
        rows={3}
      />
      <LinkField
        label={t('maturity.attest.link')}
        help={t('maturity.attest.linkHelp')}
        badLinkText={t('maturity.attest.linkHelp')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
      <ExpiryField
        label={t('maturity.attest.expires')}
        value={day}
        longestDays={longestDays}
        onChange={setDay}
      />
    </FormDialog>
  );
}

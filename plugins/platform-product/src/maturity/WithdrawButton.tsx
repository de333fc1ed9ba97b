import { useState } from 'react';
import {
  Attestation,
  CriterionAssessment,
} from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useAttestations } from './useAttestations';

/** Takes an attestation back, once that is confirmed. */
export function WithdrawButton(props: {
  readonly criterion: CriterionAssessment;
  readonly attestation: Attestation;
  readonly entityRef: string;
  readonly onDone: () => void;
}) {
  const { criterion, attestation, entityRef, onDone } = props;
  const t = useTexts();
  const { withdraw } = useAttestations(entityRef);
  const [isOpen, setOpen] = useState(false);
  const submission = useSubmit({
    doneText: t('maturity.attest.withdrawn'),
    submit: () => withdraw(attestation.id),
    onClose: () => setOpen(false),
    onDone,
  });
  return (
    <>
      <Button
        variant="tertiary"
        onPress={() => setOpen(true)}
        aria-label={`${t('maturity.criteria.withdraw')}: ${criterion.title}`}
      >
        {t('maturity.criteria.withdraw')}
      </Button>
      {isOpen && (
        <FormDialog
          title={t('maturity.attest.withdrawTitle')}
          intro={t('maturity.attest.withdrawText', {
            statement: attestation.statement,
            criterion: criterion.title,
          })}
          submitText={t('maturity.criteria.withdraw')}
          submission={submission}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

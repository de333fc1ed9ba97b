import { CriterionAssessment } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useWaivers } from './useWaivers';

/** Asks before a waiver is taken back. */
export function RevokeWaiverDialog(props: {
  readonly criterion: CriterionAssessment;
  readonly waiverId: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { criterion, waiverId, isPending, onClose, onDone } = props;
  const t = useTexts();
  const { revoke } = useWaivers();
  const submission = useSubmit({
    doneText: t('maturity.waiver.revoked'),
    submit: () => revoke(waiverId),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t(
        isPending
          ? 'maturity.waiver.cancelTitle'
          : 'maturity.waiver.revokeTitle',
      )}
      intro={t(
        isPending ? 'maturity.waiver.cancelText' : 'maturity.waiver.revokeText',
        {
          criterion: criterion.title,
        },
      )}
      submitText={t('maturity.criteria.waiver.revoke')}
      submission={submission}
      onClose={onClose}
    />
  );
}

import { useState } from 'react';
import { FormDialog } from '../shared/FormDialog';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useWaivers } from './useWaivers';

/** Asks why a waiver is denied, for who asked is told. */
export function DenyWaiverDialog(props: {
  /** Title of the criterion. */
  readonly criterion: string;
  readonly waiverId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { criterion, waiverId, onClose, onDone } = props;
  const t = useTexts();
  const { decide } = useWaivers();
  const [note, setNote] = useState('');
  const submission = useSubmit({
    content: note,
    doneText: t('maturity.waiver.denied'),
    submit: () => decide(waiverId, { decision: 'denied', note: note.trim() }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('maturity.waiver.denyTitle')}
      intro={t('maturity.waiver.denyIntro', { criterion })}
      submitText={t('maturity.criteria.waiver.deny')}
      canSubmit={Boolean(note.trim())}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('maturity.waiver.denyReason')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        isRequired
        rows={3}
      />
    </FormDialog>
  );
}

import { useState } from 'react';
import {
  EventOccurrence,
  OccurrenceChange,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { formatSpanOf, zoneName } from './eventTimes';
import { useEventActions } from './useEventActions';

const states = ['cancelled', 'moved', 'planned'] as const;

/** Moves or cancels one occurrence, or has it as it was planned. */
export function OccurrenceDialog(props: {
  readonly event: ServiceEvent;
  readonly occurrence: EventOccurrence;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { event, occurrence, onClose, onDone } = props;
  const t = useTexts();
  const { changeOccurrence } = useEventActions();
  const [version] = useState(event.version);
  const isDifferent = occurrence.isCancelled || occurrence.isMoved;
  const [state, setState] = useState<OccurrenceChange['state']>(
    isDifferent ? 'planned' : 'cancelled',
  );
  const [startsAt, setStartsAt] = useState(occurrence.originalStart);
  const [minutes, setMinutes] = useState(`${event.durationMinutes}`);
  const [note, setNote] = useState('');
  const isMoved = state === 'moved';
  const change = {
    state,
    note: note.trim() || undefined,
    ...(isMoved && { startsAt, durationMinutes: Number(minutes) }),
  };
  const submission = useSubmit({
    content: JSON.stringify(change),
    doneText: t('updates.events.change.done'),
    submit: () => changeOccurrence({ ...event, version }, occurrence, change),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('updates.events.change.title', { title: event.title })}
      intro={t('updates.events.change.intro', {
        when: formatSpanOf(occurrence),
      })}
      submitText={t('updates.events.change.submit')}
      canSubmit={!isMoved || (startsAt !== '' && Number(minutes) >= 5)}
      submission={submission}
      onClose={() => {
        // Somebody else may have been first.
        if (submission.error) onDone();
        onClose();
      }}
    >
      <SelectField
        label={t('updates.events.change.state')}
        value={state}
        options={states
          .filter(value => isDifferent || value !== 'planned')
          .map(value => ({
            value,
            label: t(`updates.events.change.states.${value}`),
          }))}
        onChange={setState}
      />
      {isMoved && (
        <NativeField
          type="datetime-local"
          label={t('updates.events.change.start')}
          help={t('updates.events.change.startHelp', {
            zone: zoneName(event.timeZone),
          })}
          value={startsAt}
          isRequired
          onChange={setStartsAt}
        />
      )}
      {isMoved && (
        <NativeField
          type="number"
          label={t('updates.events.form.duration')}
          value={minutes}
          min={5}
          isRequired
          onChange={setMinutes}
        />
      )}
      <TextField
        label={t('updates.events.change.note')}
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </FormDialog>
  );
}

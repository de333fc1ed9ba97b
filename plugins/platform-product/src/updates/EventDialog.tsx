import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import { eventInputSchema } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { EventFields } from './EventFields';
import { emptyEventForm, eventFormOf, toEventBody } from './eventForm';
import { ownZone } from './eventTimes';
import { useEventActions } from './useEventActions';

/** Asks what an event is, when and where, and shows it to users or keeps a draft. */
export function EventDialog(props: {
  readonly entity: Entity;
  /** Where it is planned already. */
  readonly event?: ServiceEvent;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entity, onClose, onDone } = props;
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const { add, change } = useEventActions();
  // That which the reader looks at, whatever is loaded behind the dialog.
  const [event] = useState(props.event);
  const [form, setForm] = useState(() =>
    event ? eventFormOf(event) : emptyEventForm(ownZone()),
  );
  const body = toEventBody(form);
  const problem = eventInputSchema.safeParse(body).error?.issues[0];
  const write = { content: JSON.stringify(body), onClose, onDone };
  const saving = useSubmit({
    ...write,
    doneText: event
      ? t('updates.events.form.saved')
      : t('updates.events.form.planned'),
    submit: key =>
      event
        ? change(event, body)
        : add(entityRef, { ...body, publish: true }, key),
  });
  const drafting = useSubmit({
    ...write,
    doneText: t('updates.events.form.drafted'),
    submit: key => add(entityRef, { ...body, publish: false }, key),
  });
  return (
    <FormDialog
      title={
        event
          ? t('updates.events.form.titleEdit')
          : t('updates.events.form.title')
      }
      intro={
        event
          ? t('updates.events.form.introEdit')
          : t('updates.events.form.intro', {
              title: entity.metadata.title || entity.metadata.name,
            })
      }
      width="wide"
      submitText={
        event ? t('updates.events.form.save') : t('updates.events.form.submit')
      }
      canSubmit={!problem && !drafting.loading}
      submission={{ ...saving, error: saving.error ?? drafting.error }}
      otherAction={
        !event && (
          <Button
            variant="secondary"
            isDisabled={Boolean(problem) || saving.loading}
            isPending={drafting.loading}
            onPress={drafting.run}
          >
            {t('updates.events.form.saveDraft')}
          </Button>
        )
      }
      onClose={() => {
        // Somebody else may have been first.
        if (saving.error || drafting.error) onDone();
        onClose();
      }}
    >
      <EventFields form={form} onChange={setForm} />
      {problem && form.title && form.startsAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('updates.events.form.notReady', {
            problem: `${problem.path.join('.')} ${problem.message}`,
          })}
        </Text>
      )}
    </FormDialog>
  );
}

import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useEventActions } from './useEventActions';

/** Asks whether a draft is to be thrown away, or an event to be cancelled as a whole. */
export function RemoveEventDialog(props: {
  readonly event: ServiceEvent;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { event, onClose, onDone } = props;
  const t = useTexts();
  const { remove } = useEventActions();
  const isDraft = !event.publishedAt;
  const removal = useSubmit({
    doneText: isDraft
      ? t('updates.events.remove.draftDone')
      : t('updates.events.remove.done'),
    submit: () => remove(event),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={
        isDraft
          ? t('updates.events.remove.draftTitle')
          : t('updates.events.remove.title')
      }
      intro={
        isDraft
          ? t('updates.events.remove.draftIntro')
          : t('updates.events.remove.intro', { title: event.title })
      }
      submitText={
        isDraft ? t('updates.events.drop') : t('updates.events.remove.submit')
      }
      submission={removal}
      onClose={onClose}
    />
  );
}

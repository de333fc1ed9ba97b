import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useRoadmapActions } from './useRoadmapActions';

/** Asks whether something is to be taken off the roadmap for good. */
export function RemoveRoadmapItemDialog(props: {
  readonly item: RoadmapItem;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { item, onClose, onDone } = props;
  const t = useTexts();
  const { remove } = useRoadmapActions();
  const removal = useSubmit({
    doneText: t('updates.roadmap.remove.done'),
    submit: () => remove(item),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('updates.roadmap.remove.title', { title: item.title })}
      intro={t('updates.roadmap.remove.intro')}
      submitText={t('updates.roadmap.remove.remove')}
      submission={removal}
      onClose={onClose}
    />
  );
}

import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useRoadmapActions } from './useRoadmapActions';

/** Says who is told once something ships, and ships it. */
export function ShipDialog(props: {
  readonly item: RoadmapItem;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onShipped: (item: RoadmapItem) => void;
}) {
  const { item, onClose, onDone, onShipped } = props;
  const { title, version, toTell: count = 0 } = item;
  const t = useTexts();
  const { move } = useRoadmapActions();
  const shipping = useSubmit({
    doneText: t('updates.roadmap.ship.done'),
    submit: () => move(item, { version, stage: 'shipped' }),
    onClose,
    onDone: () => {
      onShipped(item);
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('updates.roadmap.ship.title', { title })}
      intro={
        count > 0
          ? t('updates.roadmap.ship.intro', { count })
          : t('updates.roadmap.ship.introNobody')
      }
      submitText={t('updates.roadmap.ship.ship')}
      submission={shipping}
      onClose={() => {
        // Somebody else may have been first.
        if (shipping.error) onDone();
        onClose();
      }}
    />
  );
}

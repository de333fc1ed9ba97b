import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { RemoveRoadmapItemDialog } from './RemoveRoadmapItemDialog';
import { RoadmapItemDialog } from './RoadmapItemDialog';
import { ShipDialog } from './ShipDialog';

/** What is open above the roadmap, and about which item of it. */
export type OpenRoadmapDialog =
  | { readonly dialog: 'add' }
  | {
      readonly dialog: 'edit' | 'ship' | 'remove';
      readonly item: RoadmapItem;
    };

/** The dialog that is open. It stands beside the cards, which may move meanwhile. */
export function RoadmapDialogs(props: {
  readonly open: OpenRoadmapDialog;
  readonly entityRef: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onShipped: (item: RoadmapItem) => void;
}) {
  const { open, entityRef, onShipped, ...dialog } = props;
  switch (open.dialog) {
    case 'add':
      return <RoadmapItemDialog {...dialog} entityRef={entityRef} />;
    case 'edit':
      return (
        <RoadmapItemDialog {...dialog} entityRef={entityRef} item={open.item} />
      );
    case 'ship':
      return <ShipDialog {...dialog} item={open.item} onShipped={onShipped} />;
    default:
      return <RemoveRoadmapItemDialog {...dialog} item={open.item} />;
  }
}

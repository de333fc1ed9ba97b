import {
  RoadmapItem,
  RoadmapStage,
} from '@platform-product/backstage-plugin-common';
import { isTextDropItem, useDragAndDrop } from 'react-aria-components';
import { itemsIn } from './roadmapMoves';

/** What is dragged is told by this from all else that can be. */
const dragged = 'application/x-platform-product-roadmap-item';

interface Place {
  readonly key: unknown;
  readonly dropPosition: string;
}

/** Dragging between the columns of a roadmap and inside them, by pointer, touch and keys. */
export function useRoadmapDrag(options: {
  readonly stage: RoadmapStage;
  /** All items of the roadmap. */
  readonly items: readonly RoadmapItem[];
  readonly onDrop: (id: string, before: string | undefined) => void;
}) {
  const { stage, items, onDrop } = options;
  const column = itemsIn(items, stage);

  /** The item that follows, but for the one that is dragged. */
  function followerAt(id: string, { key, dropPosition }: Place) {
    const others = column.filter(one => one.id !== id || one.id === key);
    const index = others.findIndex(one => one.id === key);
    const follower = others[dropPosition === 'after' ? index + 1 : index];
    return follower?.id;
  }
  async function drop(
    given: ReadonlyArray<Parameters<typeof isTextDropItem>[0]>,
    place?: Place,
  ) {
    const item = given
      .filter(isTextDropItem)
      .find(one => one.types.has(dragged));
    if (!item) return;
    const id = await item.getText(dragged);
    onDrop(id, place && followerAt(id, place));
  }

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys =>
      [...keys].map(key => ({
        [dragged]: String(key),
        'text/plain': items.find(({ id }) => id === key)?.title ?? '',
      })),
    acceptedDragTypes: [dragged],
    getDropOperation: () => 'move',
    onInsert: event => drop(event.items, event.target),
    onRootDrop: event => drop(event.items),
    // What has shipped stands by its time.
    ...(stage !== 'shipped' && {
      onReorder: ({ keys, target }: { keys: Set<unknown>; target: Place }) => {
        const [id] = [...keys].map(String);
        const before = followerAt(id, target);
        if (before !== id) onDrop(id, before);
      },
    }),
  });
  return dragAndDropHooks;
}

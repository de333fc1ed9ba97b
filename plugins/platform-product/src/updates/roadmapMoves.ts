import {
  RoadmapItem,
  RoadmapStage,
} from '@platform-product/backstage-plugin-common';
import {
  placeBefore,
  roadmapStages,
} from '@platform-product/backstage-plugin-common/rules';

/** Where an item goes. */
export interface RoadmapMove {
  readonly item: RoadmapItem;
  readonly stage: RoadmapStage;
  /** Id of the item that it is put before; without, it comes last. */
  readonly before?: string;
}

/** The items of one column, in their order. */
export const itemsIn = (
  items: readonly RoadmapItem[],
  stage: RoadmapStage,
): RoadmapItem[] => items.filter(item => item.stage === stage);

/** The items as they stand after a move; as they were where its place is gone. */
export function applyMove(
  items: readonly RoadmapItem[],
  { item, stage, before }: RoadmapMove,
): readonly RoadmapItem[] {
  const found = items.find(({ id }) => id === item.id);
  const ids = itemsIn(items, stage).map(({ id }) => id);
  // What has shipped stands by its time, the newest first.
  const next =
    stage === 'shipped'
      ? [item.id, ...ids.filter(id => id !== item.id)]
      : placeBefore(ids, item.id, before);
  if (!found || !next) return items;
  const known = new Map(items.map(one => [one.id, one]));
  known.set(item.id, { ...found, stage });
  return roadmapStages.flatMap(column =>
    column === stage
      ? next.map(id => known.get(id)!)
      : itemsIn(items, column).filter(({ id }) => id !== item.id),
  );
}

/** Up and down within its column, where there is somewhere to go. */
export function stepsOf(
  items: readonly RoadmapItem[],
  item: RoadmapItem,
): Readonly<Partial<Record<'up' | 'down', RoadmapMove>>> {
  const { stage } = item;
  if (stage === 'shipped') return {};
  const column = itemsIn(items, stage);
  const index = column.findIndex(({ id }) => id === item.id);
  return {
    ...(index > 0 && {
      up: { item, stage, before: column[index - 1].id },
    }),
    ...(index >= 0 &&
      index < column.length - 1 && {
        down: { item, stage, before: column[index + 2]?.id },
      }),
  };
}

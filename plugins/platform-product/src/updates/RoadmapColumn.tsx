import {
  RoadmapItem,
  RoadmapStage,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import DragIcon from '@material-ui/icons/DragIndicator';
import { Button, GridList, GridListItem } from 'react-aria-components';
import { useChosen } from '../shared/useChosen';
import { useTexts } from '../shared/useTexts';
import { RoadmapCard } from './RoadmapCard';
import { RoadmapMenu } from './RoadmapMenu';
import { itemsIn, RoadmapMove } from './roadmapMoves';
import { useRoadmapCardStyles } from './useRoadmapCardStyles';
import { useRoadmapDrag } from './useRoadmapDrag';

/** What a team does with the items of its roadmap. */
export interface RoadmapWriting {
  readonly onMove: (move: RoadmapMove) => void;
  readonly onOpen: (
    dialog: 'edit' | 'ship' | 'remove',
    item: RoadmapItem,
  ) => void;
}

interface ColumnProps {
  readonly stage: RoadmapStage;
  /** All items of the roadmap. */
  readonly items: readonly RoadmapItem[];
  /** Id of the item that the eye should go to. */
  readonly chosen: string | undefined;
}

/** One column, as those see it who only read it. */
export function RoadmapColumn({ stage, items, chosen }: ColumnProps) {
  const classes = useRoadmapCardStyles();
  const t = useTexts();
  const own = itemsIn(items, stage);
  if (!own.length) {
    return (
      <Text as="p" color="secondary">
        {t(`updates.roadmap.none.${stage}`)}
      </Text>
    );
  }
  return (
    <ul className={classes.list}>
      {own.map(item => (
        <ReadCard key={item.id} item={item} isChosen={item.id === chosen} />
      ))}
    </ul>
  );
}

function ReadCard(props: {
  readonly item: RoadmapItem;
  readonly isChosen: boolean;
}) {
  const classes = useRoadmapCardStyles();
  const place = useChosen<HTMLLIElement>(props.isChosen);
  return (
    <li {...place} className={classes.card}>
      <RoadmapCard item={props.item} />
    </li>
  );
}

/** The same, whose cards its team moves by dragging them, or by their menus. */
export function RoadmapMovableColumn(props: ColumnProps & RoadmapWriting) {
  const { stage, items, chosen, onMove, onOpen } = props;
  const classes = useRoadmapCardStyles();
  const t = useTexts();
  const dragAndDropHooks = useRoadmapDrag({
    stage,
    items,
    onDrop: (id, before) => {
      const item = items.find(one => one.id === id);
      if (item) onMove({ item, stage, before });
    },
  });
  return (
    <GridList
      aria-label={t(`updates.roadmap.stages.${stage}`)}
      className={classes.list}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => (
        <Text as="p" color="secondary">
          {t(`updates.roadmap.none.${stage}`)}
        </Text>
      )}
    >
      {itemsIn(items, stage).map(item => (
        <MovableCard
          key={item.id}
          {...props}
          item={item}
          isChosen={item.id === chosen}
          onMove={onMove}
          onOpen={onOpen}
        />
      ))}
    </GridList>
  );
}

function MovableCard(
  props: RoadmapWriting & {
    readonly item: RoadmapItem;
    readonly items: readonly RoadmapItem[];
    readonly isChosen: boolean;
  },
) {
  const { item, items, isChosen, onMove, onOpen } = props;
  const classes = useRoadmapCardStyles();
  const t = useTexts();
  const { ref } = useChosen<HTMLDivElement>(isChosen);
  return (
    <GridListItem
      id={item.id}
      ref={ref}
      textValue={item.title}
      className={classes.card}
    >
      <RoadmapCard
        item={item}
        handle={
          <Button
            slot="drag"
            className={classes.handle}
            aria-label={t('updates.roadmap.drag', { title: item.title })}
          >
            <DragIcon aria-hidden="true" />
          </Button>
        }
        actions={
          <RoadmapMenu
            item={item}
            items={items}
            onMove={onMove}
            onOpen={onOpen}
          />
        }
      />
    </GridListItem>
  );
}

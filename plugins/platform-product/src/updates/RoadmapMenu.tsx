import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { plannedStages } from '@platform-product/backstage-plugin-common/rules';
import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { useTexts } from '../shared/useTexts';
import { RoadmapMove, stepsOf } from './roadmapMoves';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-1)',
    marginInlineStart: 'calc(-1 * var(--bui-space-2))',
  },
});

/** What a team does with something on its roadmap, without dragging it. */
export function RoadmapMenu(props: {
  readonly item: RoadmapItem;
  /** All items, among which it has its place. */
  readonly items: readonly RoadmapItem[];
  readonly onMove: (move: RoadmapMove) => void;
  readonly onOpen: (
    dialog: 'edit' | 'ship' | 'remove',
    item: RoadmapItem,
  ) => void;
}) {
  const { item, items, onMove, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const { up, down } = stepsOf(items, item);
  const move = t('updates.roadmap.menu.move');
  return (
    <div className={classes.actions}>
      <MenuTrigger>
        <Button
          variant="tertiary"
          size="small"
          aria-label={`${move}: ${item.title}`}
        >
          {move}
        </Button>
        <Menu>
          {plannedStages
            .filter(stage => stage !== item.stage)
            .map(stage => (
              <MenuItem key={stage} onAction={() => onMove({ item, stage })}>
                {t(`updates.roadmap.menu.${stage}`)}
              </MenuItem>
            ))}
          {item.stage !== 'shipped' && !item.isDraft && (
            <MenuItem onAction={() => onOpen('ship', item)}>
              {t('updates.roadmap.menu.ship')}
            </MenuItem>
          )}
          {(up || down) && <MenuSeparator />}
          {up && (
            <MenuItem onAction={() => onMove(up)}>
              {t('updates.roadmap.menu.up')}
            </MenuItem>
          )}
          {down && (
            <MenuItem onAction={() => onMove(down)}>
              {t('updates.roadmap.menu.down')}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem color="danger" onAction={() => onOpen('remove', item)}>
            {t('updates.roadmap.menu.remove')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <ActionButton
        variant="tertiary"
        text={t('updates.roadmap.menu.edit')}
        about={item.title}
        onPress={() => onOpen('edit', item)}
      />
    </div>
  );
}

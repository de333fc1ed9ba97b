import { useId } from 'react';
import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { roadmapStages } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import {
  RoadmapColumn,
  RoadmapMovableColumn,
  RoadmapWriting,
} from './RoadmapColumn';
import { itemsIn } from './roadmapMoves';

const useStyles = makeStyles({
  board: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: 'var(--bui-space-4)',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: 'var(--bui-space-2)',
    minWidth: 0,
  },
});

/** The four columns of a roadmap. */
export function RoadmapBoard(props: {
  readonly items: readonly RoadmapItem[];
  readonly totalShipped: number;
  readonly chosen: string | undefined;
  /** Nothing where the reader may only read it. */
  readonly writing?: RoadmapWriting;
}) {
  const { items, totalShipped, chosen, writing } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  return (
    <div className={classes.board}>
      {roadmapStages.map(stage => {
        const count =
          stage === 'shipped' ? totalShipped : itemsIn(items, stage).length;
        const column = { stage, items, chosen };
        return (
          <section
            key={stage}
            className={classes.column}
            aria-labelledby={`${id}-${stage}`}
          >
            <Text as="h3" id={`${id}-${stage}`} weight="bold" color="secondary">
              {t(`updates.roadmap.stages.${stage}`)} {count > 0 && count}
            </Text>
            {writing ? (
              <RoadmapMovableColumn {...column} {...writing} />
            ) : (
              <RoadmapColumn {...column} />
            )}
          </section>
        );
      })}
    </div>
  );
}

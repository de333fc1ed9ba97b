import { ReactNode } from 'react';
import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RoadmapFacts } from './RoadmapFacts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: 'var(--bui-space-2)', minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-1)',
  },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** What a card says: its title, what is known of it, and what can be done with it. */
export function RoadmapCard(props: {
  readonly item: RoadmapItem;
  /** By what it is dragged. */
  readonly handle?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { item, handle, actions } = props;
  const classes = useStyles();
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        {handle}
        <Text as="h4" weight="bold" className={classes.title}>
          {item.title}
        </Text>
      </div>
      <RoadmapFacts item={item} />
      {actions}
    </div>
  );
}

import { ReactElement, ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { WaitingFor } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'start',
    padding: theme.spacing(1.5, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
    '& > svg': { color: 'var(--bui-fg-secondary)', marginTop: 1 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '24px minmax(0, 1fr)',
    },
  },
  content: { overflowWrap: 'anywhere' },
  // A link beside a text, not in it, where its colour alone would tell it.
  title: { display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(0.5) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    [theme.breakpoints.down('xs')]: { gridColumn: 2 },
  },
  below: { gridColumn: '2 / -1' },
}));

/** Something that waits for the reader: what, about which service, and what to do. */
export function WaitingRow(props: {
  readonly icon: ReactElement;
  /** Of which kind it is, in a word or two. */
  readonly kind: string;
  /** The service, where it is about one. */
  readonly item?: WaitingFor;
  readonly actions?: ReactNode;
  /** Whether they have a line of their own. */
  readonly areActionsBelow?: boolean;
  /** What there is to know before one acts. */
  readonly children: ReactNode;
}) {
  const { icon, kind, item, actions, areActionsBelow, children } = props;
  const classes = useStyles();
  return (
    <li className={classes.row}>
      {icon}
      <div className={classes.content}>
        <div className={classes.title}>
          <Text as="div" weight="bold">
            {kind}
            {item && ' · '}
          </Text>
          {item && (
            <Text as="div" weight="bold">
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </Text>
          )}
        </div>
        {children}
      </div>
      {actions && (
        <div
          className={clsx(classes.actions, areActionsBelow && classes.below)}
        >
          {actions}
        </div>
      )}
    </li>
  );
}

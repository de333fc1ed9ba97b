import { ReactElement, ReactNode } from 'react';
import { Badge } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles({
  // The small one has letters of 10 pixels.
  pill: {
    height: 24,
    fontSize: 'var(--bui-font-size-2)',
    whiteSpace: 'nowrap',
    boxSizing: 'border-box',
    verticalAlign: 'middle',
    '& svg': { fontSize: '1rem' },
  },
  quiet: {
    background: 'none',
    border: '1px solid var(--bui-border-1)',
  },
});

/** A state in a word or two. */
export function Pill(props: {
  readonly icon?: ReactElement;
  /** Whether it is the usual state, which catches no eye. */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Badge
      size="small"
      icon={props.icon}
      className={clsx(classes.pill, props.isQuiet && classes.quiet)}
    >
      {props.children}
    </Badge>
  );
}

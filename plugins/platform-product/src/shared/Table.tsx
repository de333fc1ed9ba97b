import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';

const useStyles = makeStyles({
  // What is wider than the page scrolls in itself, and nothing beside it.
  scroller: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    font: 'var(--bui-font-weight-regular) var(--bui-font-size-3) / 1.4 var(--bui-font-regular)',
    color: 'var(--bui-fg-primary)',
    // No more specific than a class, so that a room can have it otherwise.
    '& :where(th, td)': {
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      textAlign: 'start',
      verticalAlign: 'top',
      overflowWrap: 'break-word',
    },
    '& :where(th)': { fontWeight: 'var(--bui-font-weight-regular)' },
    '& :where(thead th)': {
      fontWeight: 'var(--bui-font-weight-bold)',
      verticalAlign: 'bottom',
    },
    '& :where([data-align=end])': { textAlign: 'end' },
    '& :where(tr)': { borderBottom: '1px solid var(--bui-border-1)' },
    '& :where(tbody tr:last-child)': { borderBottom: 0 },
    '& :where(tbody tr:hover)': { background: 'var(--bui-bg-neutral-2)' },
  },
});

/**
 * A table of plain rows and cells, which looks like those of `@backstage/ui`. Theirs
 * are grids: the arrow keys go through the cells, and Tab passes by the links and
 * buttons in them. Ours are read, printed and searched in, and Tab reaches all of it.
 */
export function Table(props: {
  readonly 'aria-label'?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.scroller}>
      <table
        aria-label={props['aria-label']}
        className={clsx(classes.table, props.className)}
      >
        {props.children}
      </table>
    </div>
  );
}

import { ReactNode, useLayoutEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { labelCells } from './labelCells';

/** Narrower than this, a row is a block, and its cells stand below each other. */
const narrow = '@media (max-width: 760px)';

const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

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
    [narrow]: {
      '&&, && tbody': { display: 'block', minWidth: 0 },
      // The labels of the cells say it; what sorts stays.
      '&& thead': { display: 'block' },
      '&& thead tr': { display: 'flex', flexWrap: 'wrap', border: 0 },
      '&& thead th': { width: 'auto', padding: 'var(--bui-space-1)' },
      '&& thead th:not(:has(button))': hidden,
      '&& tbody tr': {
        display: 'flex',
        flexDirection: 'column',
        padding: 'var(--bui-space-2) 0',
      },
      '&& tbody :is(th, td)': {
        display: 'block',
        position: 'relative',
        width: 'auto',
        padding: 'var(--bui-space-1) 0 var(--bui-space-1) 36%',
        textAlign: 'start',
        whiteSpace: 'normal',
      },
      '&& tbody :is(th, td)::before': {
        // Not read out: the column's head already is.
        content: 'attr(data-label) / ""',
        fallbacks: { content: 'attr(data-label)' },
        position: 'absolute',
        insetInlineStart: 0,
        width: '34%',
        color: 'var(--bui-fg-secondary)',
      },
      // It takes no room, but a row without it would have its cells under other heads.
      '&& tbody :is(th, td):empty': { padding: 0 },
      '&& tbody :is(th, td):empty::before': { content: 'none' },
      // What a row is about is its title.
      '&& tbody :is(th, td)[data-title]': {
        order: -1,
        paddingInlineStart: 0,
        fontWeight: 'var(--bui-font-weight-bold)',
      },
      '&& tbody :is(th, td)[data-title]::before': { content: 'none' },
    },
  },
});

/**
 * A table of plain rows and cells, which looks like those of `@backstage/ui`. Theirs
 * are grids: the arrow keys go through the cells, and Tab passes by the links and
 * buttons in them. Ours are read, printed and searched in, and Tab reaches all of it.
 * On a narrow page its rows are blocks, and each cell says what it is.
 */
export function Table(props: {
  readonly 'aria-label'?: string;
  readonly className?: string;
  /** Which column says what a row is about, counted from 0; else the first does. */
  readonly titleColumn?: number;
  readonly children: ReactNode;
}) {
  const { titleColumn = 0 } = props;
  const classes = useStyles();
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (table.current) labelCells(table.current, titleColumn);
  });
  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        aria-label={props['aria-label']}
        className={clsx(classes.table, props.className)}
      >
        {props.children}
      </table>
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import AscendingIcon from '@material-ui/icons/ArrowUpward';
import DescendingIcon from '@material-ui/icons/ArrowDownward';
import { PlainButton } from './PlainButton';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--bui-space-1)',
    whiteSpace: 'nowrap',
    '& svg': { fontSize: '1rem', color: 'var(--bui-fg-secondary)' },
    // There is room for the arrow before it shows.
    '&:not(:hover):not(:focus-visible) svg[data-idle]': { opacity: 0 },
  },
});

/** The header of a column that the table can be sorted by. */
export function SortHeader(props: {
  readonly text: string;
  /** Undefined where the table is sorted by something else. */
  readonly order: 'asc' | 'desc' | undefined;
  readonly className?: string;
  readonly onSort: (order: 'asc' | 'desc') => void;
}) {
  const { text, order, className, onSort } = props;
  const classes = useStyles();
  const Icon = order === 'desc' ? DescendingIcon : AscendingIcon;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
    >
      <PlainButton
        className={classes.button}
        onClick={() => onSort(order === 'asc' ? 'desc' : 'asc')}
      >
        {text}
        <Icon aria-hidden data-idle={order ? undefined : true} />
      </PlainButton>
    </th>
  );
}

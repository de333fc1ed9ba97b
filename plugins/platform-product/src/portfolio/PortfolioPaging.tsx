import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../shared/Button';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
}));

/** How much of the list is shown, and the way through the rest. */
export function PortfolioPaging(props: {
  readonly shown: number;
  readonly total: number;
  readonly isFirst: boolean;
  readonly nextCursor?: string;
  readonly onPage: (cursor: string | undefined) => void;
}) {
  const { shown, total, isFirst, nextCursor, onPage } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.paging}>
      <Typography variant="body2" color="textSecondary" role="status">
        {t('portfolio.range', { shown: `${shown}`, total: `${total}` })}
      </Typography>
      {!isFirst && (
        <Button size="small" onClick={() => onPage(undefined)}>
          {t('portfolio.first')}
        </Button>
      )}
      {nextCursor && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => onPage(nextCursor)}
        >
          {t('portfolio.next')}
        </Button>
      )}
    </div>
  );
}

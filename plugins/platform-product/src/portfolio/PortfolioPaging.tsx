import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
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
      <Text as="p" color="secondary" role="status">
        {t('portfolio.range', { shown: `${shown}`, total: `${total}` })}
      </Text>
      {!isFirst && (
        <Button variant="tertiary" onPress={() => onPage(undefined)}>
          {t('portfolio.first')}
        </Button>
      )}
      {nextCursor && (
        <Button variant="secondary" onPress={() => onPage(nextCursor)}>
          {t('portfolio.next')}
        </Button>
      )}
    </div>
  );
}

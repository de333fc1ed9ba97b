import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from './useTexts';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    '&:not(:empty)': { paddingTop: theme.spacing(1) },
  },
}));

/** The way through a list that comes page by page, each with the cursor of the next. */
export function Paging(props: {
  /** Of this page and of the whole, where it is counted. */
  readonly counts?: { readonly shown: number; readonly total: number };
  /** Of the page that is shown; none is the first. */
  readonly cursor: string | undefined;
  readonly nextCursor: string | undefined;
  readonly onPage: (cursor: string | undefined) => void;
}) {
  const { counts, cursor, nextCursor, onPage } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.paging}>
      {counts && (
        <Text as="p" color="secondary" role="status">
          {t('shared.range', {
            shown: `${counts.shown}`,
            total: `${counts.total}`,
          })}
        </Text>
      )}
      {cursor && (
        <Button variant="tertiary" onPress={() => onPage(undefined)}>
          {t('shared.firstPage')}
        </Button>
      )}
      {nextCursor && (
        <Button variant="secondary" onPress={() => onPage(nextCursor)}>
          {t('shared.nextPage')}
        </Button>
      )}
    </div>
  );
}

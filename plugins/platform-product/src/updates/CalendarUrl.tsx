import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TextField } from '../shared/TextField';
import { useCopy } from '../shared/useCopy';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
  },
  field: { flexGrow: 1 },
}));

/** A secret link, the one time that it is shown. */
export function CalendarUrl({ url }: { readonly url: string }) {
  const classes = useStyles();
  const t = useTexts();
  const copy = useCopy(t('updates.events.subscribe.copied'));
  return (
    <div>
      <div className={classes.row}>
        <TextField
          className={classes.field}
          label={t('updates.events.subscribe.link')}
          value={url}
          // To be read and copied; whatever is typed does not stay.
          onChange={() => {}}
        />
        <Button variant="secondary" onPress={() => copy(url)}>
          {t('updates.events.subscribe.copy')}
        </Button>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('updates.events.subscribe.secret')}
      </Text>
    </div>
  );
}

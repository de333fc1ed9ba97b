import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Loaded } from '../shared/Loaded';
import { useTexts } from '../shared/useTexts';
import { ConcerningItem } from './ConcerningItem';
import { useConcerning } from './useConcerning';

const useStyles = makeStyles(theme => ({
  list: { display: 'grid', gap: theme.spacing(1.5) },
}));

/** Open notices on what the reader’s own entities depend on, for a home page. */
export function ConcerningWidget() {
  const classes = useStyles();
  const t = useTexts();
  const concerning = useConcerning();
  return (
    <Loaded
      result={concerning}
      errorTitle={t('updates.concerning.error')}
      height={120}
    >
      {({ items }) =>
        items.length ? (
          <div className={classes.list}>
            {items.map(item => (
              <ConcerningItem
                key={`${item.notice.id} ${item.concerned.entityRef}`}
                item={item}
                onChanged={concerning.reload}
              />
            ))}
          </div>
        ) : (
          <Text as="p" color="secondary">
            {t('updates.concerning.none')}
          </Text>
        )
      }
    </Loaded>
  );
}

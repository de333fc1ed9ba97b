import { useEffect, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Home, WantedRating } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatLastDay } from '../shared/dates';
import { Intro } from '../shared/Intro';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { RateDialog } from './RateDialog';
import { useInvitations } from './useInvitations';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: theme.spacing(1), whiteSpace: 'nowrap' },
}));

/** So many at once; the next ones come when these are answered. */
const mostShown = 5;

/** Ratings that are wanted of the reader, which they can give on the spot. */
export function WantedRatings(props: {
  readonly home: Pick<Home, 'round' | 'ratings' | 'totalRatings'>;
  readonly onChanged: () => void;
}) {
  const { home, onChanged } = props;
  const { round, ratings, totalRatings } = home;
  const classes = useStyles();
  const t = useTexts();
  const { note } = useInvitations();
  const shown = ratings.slice(0, mostShown);
  const news = shown
    .filter(({ isNoted }) => !isNoted)
    .map(({ entityRef }) => entityRef)
    .join();
  useEffect(() => {
    // To see that a rating is wanted counts as being asked.
    for (const entityRef of news ? news.split(',') : []) {
      // Nothing is lost if it fails but that the reader may be asked once more.
      note(entityRef, 'seen').catch(() => {});
    }
  }, [note, news]);
  if (!round || !ratings.length) {
    return (
      <Text as="p" color="secondary">
        {round ? t('satisfaction.wantedNone') : t('satisfaction.wantedNoRound')}
      </Text>
    );
  }
  return (
    <>
      <Intro>
        {t('satisfaction.wantedHint', {
          date: formatLastDay(round.closesAt),
        })}
      </Intro>
      <ul className={classes.list}>
        {shown.map(item => (
          <Item key={item.entityRef} item={item} onChanged={onChanged} />
        ))}
      </ul>
      {totalRatings > shown.length && (
        <Text variant="body-small" color="secondary">
          {t('satisfaction.wantedMore', {
            count: totalRatings - shown.length,
          })}
        </Text>
      )}
    </>
  );
}

function Item(props: {
  readonly item: WantedRating;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { entityRef, title, isInvited } = item;
  const classes = useStyles();
  const t = useTexts();
  const { note } = useInvitations();
  const [isRating, setRating] = useState(false);
  const decline = useSubmit({
    alertsErrors: true,
    doneText: t('satisfaction.rating.declined'),
    submit: () => note(entityRef, 'declined'),
    onDone: onChanged,
  });
  return (
    <li className={classes.item}>
      <div className={classes.name}>
        <Text as="div">
          <EntityRefLink entityRef={entityRef} title={title} hideIcon />
        </Text>
        {isInvited && (
          <Text as="div" variant="body-small" color="secondary">
            {t('satisfaction.asked')}
          </Text>
        )}
      </div>
      <span className={classes.actions}>
        <Button
          variant="secondary"
          aria-label={t('satisfaction.rating.rateOf', { title })}
          onPress={() => setRating(true)}
        >
          {t('satisfaction.rating.rate')}
        </Button>
        <Button
          variant="tertiary"
          aria-label={t('satisfaction.notNowOf', { title })}
          isPending={decline.loading}
          onPress={decline.run}
        >
          {t('satisfaction.notNow')}
        </Button>
      </span>
      {isRating && (
        <RateDialog
          entityRef={entityRef}
          title={title}
          onClose={() => setRating(false)}
          onDone={onChanged}
        />
      )}
    </li>
  );
}

import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  MyReviews,
  ReviewRequest,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { AvailabilityForm } from './AvailabilityForm';
import { EndDialog, endOf } from './EndDialog';
import { ReviewRequestList } from './ReviewRequestList';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles(theme => ({
  layout: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  roster: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

const isOpen = ({ status }: ReviewRequest) =>
  status === 'pending' || status === 'accepted';

/** The reader's own reviewing, for all of their platforms. */
export function MyReviewsContent() {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const reviews = useLoaded(
    () => api.call('getMyReviews', { params: {} }),
    [api],
  );
  return (
    <Loaded result={reviews} errorTitle={t('reviews.error')} height={320}>
      {value => <Reviews reviews={value} onChanged={reviews.reload} />}
    </Loaded>
  );
}

function Reviews(props: {
  readonly reviews: MyReviews;
  readonly onChanged: () => void;
}) {
  const { reviews, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const [search] = useSearchParams();
  const chosen = search.get('request') ?? undefined;
  const waiting = reviews.asked.filter(({ status }) => status === 'pending');
  const accepted = reviews.asked.filter(({ status }) => status === 'accepted');
  const requested = [
    ...reviews.requested.filter(isOpen),
    ...reviews.requested.filter(request => !isOpen(request)).slice(0, 10),
  ];
  return (
    <div className={classes.layout}>
      <div className={classes.column}>
        <Section title={t('reviews.asked')}>
          <ReviewRequestList
            requests={waiting}
            seenBy="reviewer"
            chosen={chosen}
            emptyText={t('reviews.askedEmpty')}
            onChanged={onChanged}
          />
        </Section>
        {accepted.length > 0 && (
          <Section title={t('reviews.accepted')}>
            <ReviewRequestList
              requests={accepted}
              seenBy="reviewer"
              chosen={chosen}
              emptyText=""
              onChanged={onChanged}
            />
          </Section>
        )}
        <Section title={t('reviews.mine')}>
          <ReviewRequestList
            requests={requested}
            seenBy="requester"
            chosen={chosen}
            emptyText={t('reviews.mineEmpty')}
            onChanged={onChanged}
          />
        </Section>
      </div>
      <div className={classes.column}>
        <AvailabilityForm
          key={JSON.stringify(reviews.availability)}
          saved={reviews.availability}
          isDefault={reviews.isDefault}
          onSaved={onChanged}
        />
        <Section title={t('reviews.rosterTitle')}>
          <OwnRosters
            roster={reviews.roster}
            userRef={reviews.userRef}
            onChanged={onChanged}
          />
        </Section>
      </div>
    </div>
  );
}

function EndButton(props: {
  readonly item: MyReviews['roster'][number];
  readonly userRef: string;
  readonly onChanged: () => void;
}) {
  const { item, userRef, onChanged } = props;
  const t = useTexts();
  const [isEnding, setEnding] = useState(false);
  const { primaryTitle } = useEntityPresentation(item.entityRef);
  return (
    <>
      <Button variant="tertiary" onPress={() => setEnding(true)}>
        {t(endOf(item, 'person'))}
      </Button>
      {isEnding && (
        <EndDialog
          entry={{ ...item, userRef }}
          side="person"
          entityRef={item.entityRef}
          service={primaryTitle}
          onClose={() => setEnding(false)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

function OwnRosters(props: {
  readonly roster: MyReviews['roster'];
  readonly userRef: string;
  readonly onChanged: () => void;
}) {
  const { roster, userRef, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  if (!roster.length) {
    return (
      <Text as="p" color="secondary">
        {t('reviews.rosterEmpty')}
      </Text>
    );
  }
  return (
    <ul className={classes.list}>
      {roster.map(item => {
        const { entityRef, status, agreed, proposed } = item;
        const terms = agreed ?? proposed;
        return (
          <li key={entityRef} className={classes.roster}>
            <div>
              <EntityRefLink entityRef={entityRef} hideIcon />
              <Text as="div" variant="body-small" color="secondary">
                {[t(`roster.status.${status}`), terms && describeTerms(terms)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            {status !== 'emeritus' && (
              <EndButton item={item} userRef={userRef} onChanged={onChanged} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

import {
  MyReviews,
  ReviewRequest,
} from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { AvailabilityForm } from './AvailabilityForm';
import { OwnRosters } from './OwnRosters';
import { ReviewRequestList } from './ReviewRequestList';
import { useMyReviews } from './useMyReviews';

const useStyles = makeStyles(theme => ({
  layout: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
}));

const isOpen = ({ status }: ReviewRequest) =>
  status === 'pending' || status === 'accepted';

/** The reader's own reviewing, for all of their platforms. */
export function MyReviewsContent() {
  const t = useTexts();
  const reviews = useMyReviews();
  return (
    <Loaded
      result={reviews}
      errorTitle={t('reviewers.reviews.error')}
      height={320}
    >
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
        <Section title={t('reviewers.reviews.asked')}>
          <ReviewRequestList
            requests={waiting}
            seenBy="reviewer"
            chosen={chosen}
            emptyText={t('reviewers.reviews.askedEmpty')}
            onChanged={onChanged}
          />
        </Section>
        <Section title={t('reviewers.reviews.accepted')}>
          <ReviewRequestList
            requests={accepted}
            seenBy="reviewer"
            chosen={chosen}
            emptyText={t('reviewers.reviews.acceptedEmpty')}
            onChanged={onChanged}
          />
        </Section>
        <Section title={t('reviewers.reviews.mine')}>
          <ReviewRequestList
            requests={requested}
            seenBy="requester"
            chosen={chosen}
            emptyText={t('reviewers.reviews.mineEmpty')}
            onChanged={onChanged}
          />
        </Section>
      </div>
      <div className={classes.column}>
        <AvailabilityForm
          saved={reviews.availability}
          isDefault={reviews.isDefault}
          onSaved={onChanged}
        />
        <Section title={t('reviewers.reviews.rosterTitle')}>
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

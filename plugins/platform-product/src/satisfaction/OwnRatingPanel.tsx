import { Round } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import { formatLastDay } from '../shared/dates';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { OwnAnswer } from './OwnAnswer';
import { RatingForm } from './RatingForm';
import { useInvitations } from './useInvitations';
import { OwnRating } from './useOwnRating';

const useStyles = makeStyles(theme => ({
  promise: {
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'flex-start',
    marginBottom: theme.spacing(1),
    color: 'var(--bui-fg-secondary)',
  },
  icon: { fontSize: 18, marginTop: 1 },
}));

/** What the reader is promised before they answer. */
function PromiseBefore({ round }: { readonly round: Round }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <Text as="p" className={classes.promise}>
      <LockIcon className={classes.icon} aria-hidden="true" />
      <span>
        {t('satisfaction.rating.promise', {
          date: formatLastDay(round.closesAt),
          number: `${round.k}`,
          comments: `${round.commentThreshold}`,
        })}
      </span>
    </Text>
  );
}

/** The reader's own answer, or the questions. */
export function OwnRatingPanel(props: {
  readonly rating: OwnRating;
  /** Whether the comment is to be listed as feedback, unless it is said otherwise. */
  readonly asFeedback?: boolean;
  /** Hears whether there is something to lose. */
  readonly onDirty?: (isDirty: boolean) => void;
}) {
  const { rating, asFeedback } = props;
  const { entityRef, mine, isChanging, isFresh, setChanging, keep } = rating;
  const t = useTexts();
  const { note } = useInvitations();
  const { round, answer, contact } = mine;
  const decline = useSubmit({
    doneText: t('satisfaction.rating.declined'),
    submit: async () => {
      await note(entityRef, 'declined');
      keep({ ...mine, contact: 'declined' });
    },
  });
  if (!round) {
    return (
      <Text as="p" color="secondary">
        {t('satisfaction.rating.noRound')}
      </Text>
    );
  }
  if (!answer && contact === 'declined' && !isChanging) {
    return (
      <Text as="div" color="secondary">
        {t('satisfaction.rating.declinedHint')}{' '}
        <Button variant="tertiary" onPress={() => setChanging(true)}>
          {t('satisfaction.rating.afterAll')}
        </Button>
      </Text>
    );
  }
  return (
    <>
      <PromiseBefore round={round} />
      {answer && !isChanging ? (
        <OwnAnswer
          entityRef={entityRef}
          round={round}
          answer={answer}
          takesFocus={isFresh}
          onChange={() => setChanging(true)}
          onWithdrawn={() => keep({ ...mine, answer: undefined })}
        />
      ) : (
        <RatingForm
          entityRef={entityRef}
          round={round}
          answer={answer}
          asFeedback={asFeedback}
          takesFocus={isChanging && !asFeedback}
          onDirty={props.onDirty}
          onSaved={saved => keep({ ...mine, answer: saved })}
          onCancel={answer && isChanging ? () => setChanging(false) : undefined}
          decline={answer || contact === 'declined' ? undefined : decline}
        />
      )}
    </>
  );
}

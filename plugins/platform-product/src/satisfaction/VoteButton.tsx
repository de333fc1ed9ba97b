import { Feedback } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import VotedIcon from '@material-ui/icons/ThumbUp';
import VoteIcon from '@material-ui/icons/ThumbUpOutlined';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useFeedbackActions } from './useFeedbackActions';

const useStyles = makeStyles({
  vote: { minWidth: 56, alignSelf: 'flex-start' },
});

/** How many have voted for a wish, and the reader's own vote. */
export function VoteButton(props: {
  readonly item: Feedback;
  readonly canVote: boolean;
  readonly onChanged: () => void;
}) {
  const { item, canVote, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { vote: giveVote, withdrawVote } = useFeedbackActions();
  const vote = useSubmit({
    alertsErrors: true,
    doneText: item.hasMyVote
      ? t('satisfaction.feedback.unvoted')
      : t('satisfaction.feedback.voted'),
    submit: () => (item.hasMyVote ? withdrawVote : giveVote)(item.id),
    onDone: onChanged,
  });
  return (
    <Button
      className={classes.vote}
      variant="secondary"
      isDisabled={!canVote}
      isPending={vote.loading}
      aria-pressed={item.hasMyVote}
      aria-label={t('satisfaction.feedback.vote', {
        title: item.title,
        votes: `${item.votes}`,
      })}
      iconStart={
        item.hasMyVote ? (
          <VotedIcon fontSize="inherit" />
        ) : (
          <VoteIcon fontSize="inherit" />
        )
      }
      onPress={vote.run}
    >
      {item.votes}
    </Button>
  );
}

import { useRef } from 'react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatRelative } from '../shared/dates';
import { useFocus } from '../shared/useFocus';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useReviewRequests } from './useReviewRequests';

const useStyles = makeStyles(theme => ({
  asked: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5),
  },
}));

/** Says that somebody was asked, and takes that back. */
export function AskedNote(props: {
  readonly request: ReviewRequest;
  /** Whether it took the place of the button that was pressed. */
  readonly isNew: boolean;
  readonly onTakenBack: () => void;
}) {
  const { request, isNew, onTakenBack } = props;
  const classes = useStyles();
  const t = useTexts();
  const name = usePersonName(request.reviewer ?? '');
  const requests = useReviewRequests();
  const { loading, run } = useSubmit({
    alertsErrors: true,
    doneText: t('reviewers.reviews.withdrawnDone'),
    submit: () => requests.answer(request.id, 'withdraw'),
    onDone: onTakenBack,
  });
  const part = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; another Enter must not take it back.
  useFocus(part, isNew);
  return (
    <div ref={part} className={classes.asked} tabIndex={-1}>
      <Text color="secondary">
        {t('reviewers.reviews.outcomes.pending', {
          ago: formatRelative(request.requestedAt),
        })}
      </Text>
      <Button
        variant="tertiary"
        isPending={loading}
        onPress={run}
        aria-label={t('reviewers.finder.takeBackOf', { name })}
      >
        {t('reviewers.reviews.withdraw')}
      </Button>
    </div>
  );
}

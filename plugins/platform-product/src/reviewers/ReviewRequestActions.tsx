import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { describeError } from '../shared/describeError';
import { Message } from '../shared/Message';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { RequestAnswer, useReviewRequests } from './useReviewRequests';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    alignItems: 'start',
  },
}));

function answersOf(
  { status }: ReviewRequest,
  seenBy: 'reviewer' | 'requester',
): readonly RequestAnswer[] {
  if (seenBy === 'reviewer') {
    if (status === 'pending') return ['accept', 'decline'];
    return status === 'accepted' ? ['complete'] : [];
  }
  if (status === 'pending') return ['withdraw'];
  return status === 'accepted' ? ['complete', 'withdraw'] : [];
}

/** Which request it is, as short as the request itself says it. */
function useAbout(
  { entityRef, requestedBy, paths }: ReviewRequest,
  seenBy: 'reviewer' | 'requester',
): string {
  const t = useTexts();
  const service = useEntityPresentation(entityRef).primaryTitle;
  const requester = usePersonName(requestedBy);
  const [first, ...others] = paths;
  return [
    seenBy === 'reviewer'
      ? `${service} ${t('reviewers.reviews.from')} ${requester}`
      : service,
    others.length ? `${first} +${others.length}` : first,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What the reader can do about a request. */
export function ReviewRequestActions(props: {
  readonly request: ReviewRequest;
  readonly seenBy: 'reviewer' | 'requester';
  readonly onChanged: () => void;
}) {
  const { request, seenBy, onChanged } = props;
  const classes = useStyles();
  const about = useAbout(request, seenBy);
  return (
    <div className={classes.actions}>
      {answersOf(request, seenBy).map(answer => (
        <AnswerButton
          key={answer}
          answer={answer}
          about={about}
          request={request}
          onChanged={onChanged}
        />
      ))}
    </div>
  );
}

const doneTexts = {
  accept: 'reviewers.reviews.acceptedDone',
  decline: 'reviewers.reviews.declinedDone',
  complete: 'reviewers.reviews.completedDone',
  withdraw: 'reviewers.reviews.withdrawnDone',
} as const;

function AnswerButton(props: {
  readonly answer: RequestAnswer;
  readonly about: string;
  readonly request: ReviewRequest;
  readonly onChanged: () => void;
}) {
  const { answer, about, request, onChanged } = props;
  const t = useTexts();
  const requests = useReviewRequests();
  const { loading, error, run } = useSubmit({
    doneText: t(doneTexts[answer]),
    submit: () => requests.answer(request.id, answer),
    onDone: onChanged,
  });
  return (
    <>
      <ActionButton
        variant={answer === 'accept' ? 'primary' : 'secondary'}
        text={t(`reviewers.reviews.${answer}`)}
        about={about}
        isPending={loading}
        onPress={run}
      />
      {error && <Message status="danger">{describeError(error)}</Message>}
    </>
  );
}

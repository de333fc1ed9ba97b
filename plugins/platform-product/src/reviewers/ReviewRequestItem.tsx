import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import clsx from 'clsx';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { formatMoment, formatRelative } from '../shared/dates';
import { describeError } from '../shared/describeError';
import { Person } from '../shared/Person';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

type Answer = 'accept' | 'decline' | 'complete' | 'withdraw';

const shownPaths = 4;

const useStyles = makeStyles(theme => ({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  chosen: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    alignItems: 'start',
  },
  note: { whiteSpace: 'pre-line' },
  paths: { fontFamily: 'monospace' },
  error: { gridColumn: '1 / -1' },
}));

/** One request, with what the reader can do about it. */
export function ReviewRequestItem(props: {
  readonly request: ReviewRequest;
  readonly seenBy: 'reviewer' | 'requester';
  readonly isChosen: boolean;
  readonly onChanged: () => void;
}) {
  const { request, seenBy, isChosen } = props;
  const classes = useStyles();
  const t = useTexts();
  const { paths, changeUrl, note, status } = request;
  const isRequester = seenBy === 'requester';
  const last = request.asked[request.asked.length - 1];
  return (
    <article
      className={clsx(classes.item, isChosen && classes.chosen)}
      aria-current={isChosen || undefined}
    >
      <div>
        <Typography variant="subtitle2" component="div">
          <EntityRefLink entityRef={request.entityRef} hideIcon />
          {!isRequester && (
            <>
              {' '}
              {t('reviews.from')} <Person userRef={request.requestedBy} />
            </>
          )}
        </Typography>
        {isRequester && (
          <Typography variant="body2">
            {t(`reviews.status.${status}`)}
          </Typography>
        )}
        {note && (
          <Typography variant="body2" className={classes.note}>
            {note}
          </Typography>
        )}
        {paths.length > 0 && (
          <Typography
            variant="caption"
            component="div"
            className={classes.paths}
          >
            {paths.slice(0, shownPaths).join(', ')}
            {paths.length > shownPaths && ` +${paths.length - shownPaths}`}
          </Typography>
        )}
        {changeUrl && (
          <Link
            variant="body2"
            href={changeUrl}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('reviews.openChange')}
          </Link>
        )}
        <Typography variant="caption" component="div" color="textSecondary">
          {isRequester
            ? request.asked.map(turn => (
                <div key={turn.at}>
                  <Person userRef={turn.reviewer} />{' '}
                  {t(`reviews.outcomes.${turn.outcome}`, {
                    ago: formatRelative(turn.answeredAt ?? turn.at),
                  })}
                </div>
              ))
            : last && formatRelative(last.at)}
          {status === 'pending' && request.answerDueAt && (
            <div>
              {t('reviews.due', { date: formatMoment(request.answerDueAt) })}
            </div>
          )}
        </Typography>
      </div>
      <Actions {...props} />
    </article>
  );
}

function answersOf(
  { status }: ReviewRequest,
  seenBy: 'reviewer' | 'requester',
): readonly Answer[] {
  if (seenBy === 'reviewer') {
    if (status === 'pending') return ['accept', 'decline'];
    return status === 'accepted' ? ['complete'] : [];
  }
  if (status === 'pending') return ['withdraw'];
  return status === 'accepted' ? ['complete', 'withdraw'] : [];
}

function Actions(props: {
  readonly request: ReviewRequest;
  readonly seenBy: 'reviewer' | 'requester';
  readonly onChanged: () => void;
}) {
  const { request, seenBy, onChanged } = props;
  const classes = useStyles();
  return (
    <div className={classes.actions}>
      {answersOf(request, seenBy).map(answer => (
        <AnswerButton
          key={answer}
          answer={answer}
          request={request}
          onChanged={onChanged}
        />
      ))}
    </div>
  );
}

const doneTexts = {
  accept: 'reviews.acceptedDone',
  decline: 'reviews.declinedDone',
  complete: 'reviews.completedDone',
  withdraw: 'reviews.withdrawnDone',
} as const;

function AnswerButton(props: {
  readonly answer: Answer;
  readonly request: ReviewRequest;
  readonly onChanged: () => void;
}) {
  const { answer, request, onChanged } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const { loading, error, run } = useSubmit({
    doneText: t(doneTexts[answer]),
    submit: () =>
      api.call(`${answer}ReviewRequest`, { params: { id: request.id } }),
    onDone: onChanged,
  });
  return (
    <>
      <Button
        size="small"
        variant={answer === 'accept' ? 'contained' : 'outlined'}
        color={answer === 'accept' ? 'primary' : 'default'}
        disabled={loading}
        onClick={run}
      >
        {t(`reviews.${answer}`)}
      </Button>
      {error && <Alert severity="error">{describeError(error)}</Alert>}
    </>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatMoment, formatRelative } from '../shared/dates';
import { describeError } from '../shared/describeError';
import { ExternalLink } from '../shared/ExternalLink';
import { Message } from '../shared/Message';
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
        <Text as="div" weight="bold">
          <EntityRefLink entityRef={request.entityRef} hideIcon />
          {!isRequester && (
            <>
              {' '}
              {t('reviews.from')} <Person userRef={request.requestedBy} />
            </>
          )}
        </Text>
        {isRequester && <Text as="p">{t(`reviews.status.${status}`)}</Text>}
        {note && (
          <Text as="p" className={classes.note}>
            {note}
          </Text>
        )}
        {paths.length > 0 && (
          <Text as="div" variant="body-small" className={classes.paths}>
            {paths.slice(0, shownPaths).join(', ')}
            {paths.length > shownPaths && ` +${paths.length - shownPaths}`}
          </Text>
        )}
        {changeUrl && (
          <ExternalLink href={changeUrl}>
            {t('reviews.openChange')}
          </ExternalLink>
        )}
        <Text as="div" variant="body-small" color="secondary">
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
        </Text>
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
        variant={answer === 'accept' ? 'primary' : 'secondary'}
        isDisabled={loading}
        onPress={run}
      >
        {t(`reviews.${answer}`)}
      </Button>
      {error && <Message status="danger">{describeError(error)}</Message>}
    </>
  );
}

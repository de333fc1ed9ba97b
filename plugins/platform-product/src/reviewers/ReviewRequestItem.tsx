import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { formatMoment, formatRelative } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';
import { ReviewRequestActions } from './ReviewRequestActions';

const shownPaths = 4;

const useStyles = makeStyles(theme => ({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5),
    borderTop: '1px solid var(--bui-border-1)',
    '&:first-child': { borderTop: 0 },
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  chosen: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  note: { whiteSpace: 'pre-line' },
  paths: { fontFamily: 'monospace' },
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
              {t('reviewers.reviews.from')}{' '}
              <Person userRef={request.requestedBy} />
            </>
          )}
        </Text>
        {isRequester && (
          <Text as="p">{t(`reviewers.reviews.status.${status}`)}</Text>
        )}
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
            {t('reviewers.reviews.openChange')}
          </ExternalLink>
        )}
        <Text as="div" variant="body-small" color="secondary">
          {isRequester
            ? request.asked.map(turn => (
                <div key={turn.at}>
                  <Person userRef={turn.reviewer} />{' '}
                  {t(`reviewers.reviews.outcomes.${turn.outcome}`, {
                    ago: formatRelative(turn.answeredAt ?? turn.at),
                  })}
                </div>
              ))
            : last && formatRelative(last.at)}
          {status === 'pending' && request.answerDueAt && (
            <div>
              {t('reviewers.reviews.due', {
                date: formatMoment(request.answerDueAt),
              })}
            </div>
          )}
        </Text>
      </div>
      <ReviewRequestActions {...props} />
    </article>
  );
}

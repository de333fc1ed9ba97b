import { ReviewTimes } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { formatRelative, millisecondsPerDay } from '../shared/dates';
import { describeError } from '../shared/describeError';
import { formatBusinessHours } from '../shared/durations';
import { ExternalLink } from '../shared/ExternalLink';
import { Message } from '../shared/Message';
import { Person } from '../shared/Person';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useNudge } from './useNudge';

type Overdue = ReviewTimes['overdue'][number];

const shownAtFirst = 5;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
}));

function Nudge(props: {
  readonly item: Overdue;
  readonly entityRef: string;
  readonly onChanged: () => void;
}) {
  const { item, entityRef, onChanged } = props;
  const t = useTexts();
  const nudge = useNudge(entityRef);
  const { loading, error, run } = useSubmit({
    doneText: t('reviewers.times.nudgeDone'),
    submit: () => nudge(item.changeId),
    onDone: onChanged,
  });
  const isRecent =
    item.nudgedAt &&
    Date.now() - Date.parse(item.nudgedAt) < millisecondsPerDay;
  if (isRecent) {
    return (
      <Text variant="body-small" color="secondary">
        {t('reviewers.times.nudged', { ago: formatRelative(item.nudgedAt!) })}
      </Text>
    );
  }
  return (
    <>
      {error && <Message status="danger">{describeError(error)}</Message>}
      <ActionButton
        variant="tertiary"
        text={t('reviewers.times.nudge')}
        about={item.title ?? t('reviewers.times.change', { id: item.changeId })}
        isPending={loading}
        onPress={run}
      />
    </>
  );
}

/** Changes that have waited for longer than was promised. */
export function OverdueList(props: {
  readonly times: ReviewTimes;
  readonly entityRef: string;
  readonly canNudge: boolean;
  readonly onChanged: () => void;
}) {
  const { times, canNudge } = props;
  const classes = useStyles();
  const t = useTexts();
  const { overdue } = times;
  if (!overdue.length) {
    return <Text as="p">{t('reviewers.times.nothingOverdue')}</Text>;
  }
  return (
    <>
      <Text as="h3" weight="bold">
        {t('reviewers.times.overdue', { count: overdue.length })}
      </Text>
      <ul className={classes.list}>
        {overdue.slice(0, shownAtFirst).map(item => {
          const title =
            item.title ?? t('reviewers.times.change', { id: item.changeId });
          return (
            <li key={item.changeId} className={classes.item}>
              <Text as="div">
                {item.url ? (
                  <ExternalLink href={item.url}>{title}</ExternalLink>
                ) : (
                  title
                )}
                <Text as="div" variant="body-small" color="secondary">
                  {t('reviewers.times.waits', {
                    hours: formatBusinessHours(item.waitingHours),
                  })}
                  {item.turnOf && (
                    <>
                      {' · '}
                      {t('reviewers.times.turnOf')}{' '}
                      <Person userRef={item.turnOf} />
                    </>
                  )}
                  {!item.turnOf &&
                    !item.isAsked &&
                    ` · ${t('reviewers.times.nobodysTurn')}`}
                </Text>
              </Text>
              {canNudge && item.turnOf && <Nudge {...props} item={item} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ReviewTimes,
} from '@platform-product/backstage-plugin-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { formatRelative, millisecondsPerDay } from '../shared/dates';
import { describeError } from '../shared/describeError';
import { formatBusinessHours } from '../shared/durations';
import { Person } from '../shared/Person';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

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
  const api = useApi(platformProductApiRef);
  const { loading, error, run } = useSubmit({
    doneText: t('times.nudgeDone'),
    submit: () =>
      api.call('nudgeReviewer', {
        params: { ...entityParamsOf(entityRef), changeId: item.changeId },
      }),
    onDone: onChanged,
  });
  const isRecent =
    item.nudgedAt &&
    Date.now() - Date.parse(item.nudgedAt) < millisecondsPerDay;
  if (isRecent) {
    return (
      <Typography variant="caption" color="textSecondary">
        {t('times.nudged', { ago: formatRelative(item.nudgedAt!) })}
      </Typography>
    );
  }
  return (
    <>
      {error && <Alert severity="error">{describeError(error)}</Alert>}
      <Button size="small" disabled={loading} onClick={run}>
        {t('times.nudge')}
      </Button>
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
    return <Typography variant="body2">{t('times.nothingOverdue')}</Typography>;
  }
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {t('times.overdue', { count: overdue.length })}
      </Typography>
      <ul className={classes.list}>
        {overdue.slice(0, shownAtFirst).map(item => {
          const title = item.title ?? t('times.change', { id: item.changeId });
          return (
            <li key={item.changeId} className={classes.item}>
              <Typography variant="body2" component="div">
                {item.url ? (
                  <Link
                    href={item.url}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    {title}
                  </Link>
                ) : (
                  title
                )}
                <Typography
                  variant="caption"
                  display="block"
                  color="textSecondary"
                >
                  {t('times.waits', {
                    hours: formatBusinessHours(item.waitingHours),
                  })}
                  {item.turnOf && (
                    <>
                      {' · '}
                      {t('times.turnOf')} <Person userRef={item.turnOf} />
                    </>
                  )}
                  {!item.turnOf &&
                    !item.isAsked &&
                    ` · ${t('times.nobodysTurn')}`}
                </Typography>
              </Typography>
              {canNudge && item.turnOf && <Nudge {...props} item={item} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

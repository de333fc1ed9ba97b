import { lazy, Suspense } from 'react';
import {
  ReviewTimes,
  WaitSummary,
} from '@platform-product/backstage-plugin-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import Skeleton from '@material-ui/lab/Skeleton';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { OverdueList } from './OverdueList';
import { ReviewTimesTable } from './ReviewTimesTable';

const ReviewTimesChart = lazy(() => import('./ReviewTimesChart'));

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'grid',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  details: { display: 'block', overflowX: 'auto' },
}));

/** One sentence on how long people waited. */
function WaitLine(props: {
  readonly label: string;
  readonly waits: WaitSummary;
  readonly promisedHours: number;
}) {
  const { label, waits, promisedHours } = props;
  const t = useTexts();
  if (waits.share === undefined) return null;
  const quantiles = [
    waits.p50 !== undefined &&
      `${t('times.p50')} ${formatBusinessHours(waits.p50)}`,
    waits.p75 !== undefined &&
      `${t('times.p75')} ${formatBusinessHours(waits.p75)}`,
    waits.p90 !== undefined &&
      `${t('times.p90')} ${formatBusinessHours(waits.p90)}`,
  ];
  return (
    <div>
      <Typography variant="body2">
        {label}:{' '}
        <strong>
          {t('times.share', {
            share: formatShare(waits.share),
            number: `${waits.total}`,
            hours: formatBusinessHours(promisedHours),
          })}
        </strong>{' '}
        (
        {t('times.interval', {
          low: formatShare(waits.low ?? 0),
          high: formatShare(waits.high ?? 1),
        })}
        )
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {quantiles.filter(Boolean).join(', ')}
      </Typography>
    </div>
  );
}

/** How long reviews take here, and what is overdue. */
export function ReviewTimesSection(props: {
  readonly times: ReviewTimes;
  readonly entityRef: string;
  readonly canNudge: boolean;
  readonly onChanged: () => void;
}) {
  const { times } = props;
  const classes = useStyles();
  const t = useTexts();
  const { waiting, response, promise, months } = times;
  if (!waiting.total && !times.overdue.length) {
    return (
      <Section title={t('times.title')}>
        <Typography variant="body2" color="textSecondary">
          {times.source ? t('times.emptyHistory') : t('times.empty')}
        </Typography>
      </Section>
    );
  }
  return (
    <Section title={t('times.title')}>
      <div className={classes.figures}>
        <WaitLine
          label={t('times.waiting')}
          waits={waiting}
          promisedHours={promise.hours}
        />
        <WaitLine
          label={t('times.response')}
          waits={response}
          promisedHours={promise.hours}
        />
      </div>
      {months.length > 1 && (
        <Suspense fallback={<Skeleton variant="rect" height={180} />}>
          <ReviewTimesChart times={times} />
        </Suspense>
      )}
      <OverdueList {...props} />
      <Accordion elevation={0}>
        <AccordionSummary expandIcon={<ExpandMoreIcon />}>
          <Typography variant="subtitle2" component="h3">
            {t('times.table')}
          </Typography>
        </AccordionSummary>
        <AccordionDetails className={classes.details}>
          <ReviewTimesTable months={months} />
        </AccordionDetails>
      </Accordion>
      <Typography variant="caption" color="textSecondary">
        {t('times.note')}
      </Typography>
    </Section>
  );
}

import { lazy, Suspense } from 'react';
import {
  ReviewTimes,
  WaitSummary,
} from '@platform-product/backstage-plugin-common';
import { Skeleton, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { Fold } from '../shared/Fold';
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
      `${t('reviewers.times.p50')} ${formatBusinessHours(waits.p50)}`,
    waits.p75 !== undefined &&
      `${t('reviewers.times.p75')} ${formatBusinessHours(waits.p75)}`,
    waits.p90 !== undefined &&
      `${t('reviewers.times.p90')} ${formatBusinessHours(waits.p90)}`,
  ];
  return (
    <div>
      <Text as="p">
        {label}:{' '}
        <strong>
          {t('reviewers.times.share', {
            share: formatShare(waits.share),
            number: `${waits.total}`,
            hours: formatBusinessHours(promisedHours),
          })}
        </strong>{' '}
        (
        {t('reviewers.times.interval', {
          low: formatShare(waits.low ?? 0),
          high: formatShare(waits.high ?? 1),
        })}
        )
      </Text>
      <Text as="p" color="secondary">
        {quantiles.filter(Boolean).join(', ')}
      </Text>
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
      <Section title={t('reviewers.times.title')}>
        <Text as="p" color="secondary">
          {times.source
            ? t('reviewers.times.emptyHistory')
            : t('reviewers.times.empty')}
        </Text>
      </Section>
    );
  }
  return (
    <Section title={t('reviewers.times.title')}>
      <div className={classes.figures}>
        <WaitLine
          label={t('reviewers.times.waiting')}
          waits={waiting}
          promisedHours={promise.hours}
        />
        <WaitLine
          label={t('reviewers.times.response')}
          waits={response}
          promisedHours={promise.hours}
        />
      </div>
      {months.length > 1 && (
        <Suspense fallback={<Skeleton width="100%" height={180} />}>
          <ReviewTimesChart times={times} />
        </Suspense>
      )}
      <OverdueList {...props} />
      <Fold title={t('shared.inNumbers')}>
        <ReviewTimesTable months={months} />
      </Fold>
      <Text variant="body-small" color="secondary">
        {t('reviewers.times.note')}
      </Text>
    </Section>
  );
}

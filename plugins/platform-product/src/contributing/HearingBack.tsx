import {
  GuideAnswer,
  ReviewTimes,
} from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatBusinessHours, formatShare } from '../shared/durations';
import { useTexts } from '../shared/useTexts';
import { TakeOverPromise } from './TakeOverPromise';

const useStyles = makeStyles(theme => ({
  more: { color: 'var(--bui-fg-secondary)', ...theme.typography.body2 },
}));

/** How soon a review was promised, where the promise is from, and how it is kept. */
export function HearingBack(props: {
  readonly times: ReviewTimes;
  /** Whether the guide says how soon a review comes. */
  readonly answer: GuideAnswer | undefined;
  /** Whether the reader is of the team that keeps the catalog entry. */
  readonly canEditEntry: boolean;
  /** Page on which the catalog entry can be edited. */
  readonly editUrl: string | undefined;
}) {
  const { times, answer, canEditEntry, editUrl } = props;
  const classes = useStyles();
  const t = useTexts();
  const { source, guide } = times.promise;
  const promised = formatBusinessHours(times.promise.hours);
  // Two promises that read the same differ in nothing that can be told.
  const isOther = guide && formatBusinessHours(guide.hours) !== promised;
  const isVague = source === 'default' && Boolean(answer?.covered);
  return (
    <>
      <strong>{t('contributing.promised', { hours: promised })}</strong>
      {source === 'default' && ` (${t('contributing.isDefault')})`}
      {source === 'guide' && ` (${t('contributing.isOfGuide')})`}
      {source === 'guide' && (
        <div className={classes.more}>“{guide?.sentence}”</div>
      )}
      {isVague && (
        <div className={classes.more}>
          {t('contributing.guideIsVague', { sentence: answer?.sentence ?? '' })}
        </div>
      )}
      {isOther && (
        <div>
          {t('contributing.guidePromises', {
            hours: formatBusinessHours(guide.hours),
            sentence: guide.sentence,
          })}
        </div>
      )}
      {isOther && canEditEntry && (
        <TakeOverPromise duration={guide.duration} editUrl={editUrl} />
      )}
      <div className={classes.more}>
        <Kept times={times} />
      </div>
    </>
  );
}

function Kept({ times }: { readonly times: ReviewTimes }) {
  const t = useTexts();
  const { share, total, p50 } = times.waiting;
  if (share === undefined) return <>{t('contributing.noReviews')}</>;
  const parts = [
    t('contributing.actual', { share: formatShare(share), count: total }),
    p50 !== undefined &&
      t('contributing.half', { hours: formatBusinessHours(p50) }),
  ];
  return <>{parts.filter(Boolean).join(', ')}</>;
}

import { ReactNode } from 'react';
import {
  FeatureScore,
  ScoreChange,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import DownIcon from '@material-ui/icons/ArrowDropDown';
import UpIcon from '@material-ui/icons/ArrowDropUp';
import HiddenIcon from '@material-ui/icons/VisibilityOffOutlined';
import { formatShare } from '../shared/durations';
import { useTexts } from '../shared/useTexts';
import { ShareBar } from './ShareBar';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '110px minmax(120px, 240px) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    alignItems: 'center',
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  hidden: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    gridColumn: '2 / -1',
    color: 'var(--bui-fg-secondary)',
    [theme.breakpoints.down('sm')]: { gridColumn: 'auto' },
  },
  note: {
    gridColumn: '2 / -1',
    [theme.breakpoints.down('sm')]: { gridColumn: 'auto' },
  },
  figures: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
  change: {
    display: 'inline-flex',
    alignItems: 'center',
    color: 'var(--bui-fg-secondary)',
  },
}));

const points = (share: number) => Math.round(100 * Math.abs(share));

/** How a feature has moved since the round before, if that can be told. */
function Change({ change }: { readonly change: ScoreChange }) {
  const classes = useStyles();
  const t = useTexts();
  const { direction, difference, low, high, since } = change;
  if (direction === 'none') {
    return (
      <span className={classes.change}>
        {t('satisfaction.scores.noChange', { since })}
      </span>
    );
  }
  const Icon = direction === 'up' ? UpIcon : DownIcon;
  const ends = [points(low), points(high)];
  if (direction === 'down') ends.reverse();
  return (
    <span className={classes.change}>
      <Icon aria-hidden="true" />
      {t(
        direction === 'up'
          ? 'satisfaction.scores.up'
          : 'satisfaction.scores.down',
        {
          count: points(difference),
          since,
          low: `${ends[0]}`,
          high: `${ends[1]}`,
        },
      )}
    </span>
  );
}

/** What is published on one feature. */
export function FeatureScoreRow(props: {
  readonly item: FeatureScore;
  readonly k: number | undefined;
  /** What else is known of the feature, beside what users say. */
  readonly note?: ReactNode;
}) {
  const { item, k, note } = props;
  const classes = useStyles();
  const t = useTexts();
  const { name } = useFeatureTexts()(item.feature);
  const { score, change, trend } = item;
  return (
    <div className={classes.row} role="listitem">
      <Text as="h3" weight="bold">
        {name}
      </Text>
      {score ? (
        <>
          <ShareBar share={score.good.share} />
          <Text as="div" className={classes.figures}>
            <span>
              <strong>
                {t('satisfaction.scores.good', {
                  share: formatShare(score.good.share),
                  good: `${Math.round(score.good.share * score.n)}`,
                  number: `${score.n}`,
                })}
              </strong>{' '}
              {t('satisfaction.scores.interval', {
                low: formatShare(score.good.low),
                high: formatShare(score.good.high),
              })}
            </span>
            {change && <Change change={change} />}
            {trend && trend.direction !== 'none' && (
              <span className={classes.change}>
                {t(
                  trend.direction === 'up'
                    ? 'satisfaction.scores.trendUp'
                    : 'satisfaction.scores.trendDown',
                  { number: `${trend.rounds}` },
                )}
              </span>
            )}
          </Text>
        </>
      ) : (
        <Text as="div" className={classes.hidden}>
          {item.state === 'hidden' ? (
            <>
              <HiddenIcon fontSize="small" aria-hidden="true" />
              {k
                ? t('satisfaction.scores.hidden', { number: `${k}` })
                : t('satisfaction.scores.hiddenPast')}
            </>
          ) : (
            t('satisfaction.scores.noData')
          )}
        </Text>
      )}
      {note && (
        <Text variant="body-small" color="secondary" className={classes.note}>
          {note}
        </Text>
      )}
    </div>
  );
}

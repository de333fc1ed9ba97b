import {
  RatedFeature,
  ScoreMove,
} from '@platform-product/backstage-plugin-common';
import DownIcon from '@material-ui/icons/ArrowDropDown';
import UpIcon from '@material-ui/icons/ArrowDropUp';
import { makeStyles } from '@material-ui/core/styles';
import { useFeatureTexts } from '../satisfaction/useFeatureTexts';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  move: {
    display: 'flex',
    alignItems: 'flex-start',
    '& svg': { flexShrink: 0, fontSize: '1.25rem' },
  },
});

const pointsOf = (share: number) => Math.round(100 * share);
const sign = (points: number) => (points < 0 ? `−${-points}` : `${points}`);

/** Whether the score of a feature has moved since something shipped, as far as one can tell. */
export function ScoreMoveText(props: {
  readonly feature: RatedFeature;
  readonly moved: ScoreMove;
}) {
  const { feature: id, moved } = props;
  const classes = useStyles();
  const t = useTexts();
  const feature = useFeatureTexts()(id).name;
  const { change } = moved;
  if (!change) {
    switch (moved.state) {
      case 'hidden':
        return <>{t('updates.roadmap.moved.hidden', { feature })}</>;
      case 'nothing-before':
        return <>{t('updates.roadmap.moved.nothingBefore', { feature })}</>;
      default:
        return <>{t('updates.roadmap.moved.notYet', { feature })}</>;
    }
  }
  const { since, direction } = change;
  const ends = [change.low, change.high].map(pointsOf);
  if (direction === 'none') {
    const [low, high] = ends.map(sign);
    const values = { feature, since, low, high };
    return <>{t('updates.roadmap.moved.none', values)}</>;
  }
  const isUp = direction === 'up';
  const Icon = isUp ? UpIcon : DownIcon;
  const [low, high] = (isUp ? ends : [...ends].reverse()).map(
    end => `${Math.abs(end)}`,
  );
  return (
    <span className={classes.move}>
      <Icon aria-hidden="true" />
      <span>
        {t(isUp ? 'updates.roadmap.moved.up' : 'updates.roadmap.moved.down', {
          feature,
          since,
          low,
          high,
          count: Math.abs(pointsOf(change.difference)),
        })}
      </span>
    </span>
  );
}

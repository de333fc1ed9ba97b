import { RatedFeature } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import DownIcon from '@material-ui/icons/ArrowDropDown';
import UpIcon from '@material-ui/icons/ArrowDropUp';
import { formatShare } from '../shared/durations';
import { useTexts } from '../shared/useTexts';
import { ShareBar } from './ShareBar';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  list: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(40px, 1fr) minmax(96px, auto)',
    gap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(0.5, 0),
    ...theme.typography.body2,
  },
  figures: {
    display: 'flex',
    alignItems: 'center',
    margin: 0,
    whiteSpace: 'nowrap',
  },
  hidden: { color: 'var(--bui-fg-secondary)' },
}));

/** The share of good ratings on each feature, a line each. */
export function ShareList(props: {
  readonly items: ReadonlyArray<{
    readonly feature: RatedFeature;
    /** Undefined where it is hidden. */
    readonly share?: number;
    readonly number?: number;
    readonly direction?: 'up' | 'down' | 'none';
  }>;
}) {
  const classes = useStyles();
  const t = useTexts();
  const textsOf = useFeatureTexts();
  return (
    <dl className={classes.list}>
      {props.items.map(({ feature, share, number, direction }) => (
        <div key={feature} className={classes.row}>
          <dt>{textsOf(feature).name}</dt>
          {share === undefined ? <span /> : <ShareBar share={share} />}
          <dd className={classes.figures}>
            {share === undefined ? (
              <span className={classes.hidden}>
                {t('satisfaction.scores.hiddenShort')}
              </span>
            ) : (
              t('satisfaction.scores.shareOf', {
                share: formatShare(share),
                number: `${number}`,
              })
            )}
            {direction === 'up' && (
              <UpIcon fontSize="small" titleAccess={t('satisfaction.up')} />
            )}
            {direction === 'down' && (
              <DownIcon fontSize="small" titleAccess={t('satisfaction.down')} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

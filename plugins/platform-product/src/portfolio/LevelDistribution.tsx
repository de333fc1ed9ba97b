import { PortfolioSummary } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import DownIcon from '@material-ui/icons/TrendingDown';
import UpIcon from '@material-ui/icons/TrendingUp';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { Loaded } from '../shared/Loaded';
import { PlainButton } from '../shared/PlainButton';
import { Section } from '../shared/Section';
import { LoadResult } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  levels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  level: {
    display: 'block',
    width: '100%',
    padding: theme.spacing(1),
    '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
  },
  head: { display: 'flex', alignItems: 'baseline', gap: theme.spacing(1) },
  name: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  track: {
    display: 'block',
    height: 8,
    borderRadius: 4,
    backgroundColor: theme.palette.action.disabledBackground,
    margin: theme.spacing(0.5, 0),
  },
  bar: {
    display: 'block',
    height: '100%',
    borderRadius: 4,
    backgroundColor: theme.palette.primary.main,
  },
  moves: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(3),
    marginTop: theme.spacing(2),
    alignItems: 'center',
  },
  move: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

function Levels(props: {
  readonly summary: PortfolioSummary;
  readonly onPick: (level: number) => void;
  readonly onPickAtRisk: () => void;
}) {
  const { summary, onPick, onPickAtRisk } = props;
  const classes = useStyles();
  const t = useTexts();
  const hasPast = summary.levels.some(level => level.yearAgo > 0);
  return (
    <>
      <ul className={classes.levels}>
        {summary.levels.map(({ level, name, count, yearAgo }) => (
          <li key={level}>
            <PlainButton
              className={classes.level}
              onClick={() => onPick(level)}
            >
              <span className={classes.head}>
                <Text variant="title-medium" weight="bold">
                  {count}
                </Text>
                <Text weight="bold">
                  {t('maturity.level.short', { level: `${level}` })}
                </Text>
              </span>
              <span className={classes.track}>
                <span
                  className={classes.bar}
                  style={{
                    width: `${
                      (100 * count) / Math.max(1, summary.totalItems)
                    }%`,
                  }}
                />
              </span>
              <Text
                as="span"
                className={classes.name}
                title={level ? name : undefined}
              >
                {level ? name : t('maturity.level.zero')}
              </Text>
              {hasPast && (
                <Text variant="body-small" color="secondary">
                  {t('portfolio.yearAgo', { number: `${yearAgo}` })}
                </Text>
              )}
            </PlainButton>
          </li>
        ))}
      </ul>
      <div className={classes.moves}>
        <Text as="p" className={classes.move}>
          <UpIcon fontSize="small" aria-hidden />
          {summary.upThisMonth} {t('portfolio.up')}
        </Text>
        <Text as="p" className={classes.move}>
          <DownIcon fontSize="small" aria-hidden />
          {summary.downThisMonth} {t('portfolio.down')}
        </Text>
        <PlainButton className={classes.move} onClick={onPickAtRisk}>
          <WarningIcon fontSize="small" aria-hidden />
          <Text as="span">
            {summary.atRisk} {t('portfolio.atRiskCount')}
          </Text>
        </PlainButton>
      </div>
    </>
  );
}

/** How many services stand on which level, and who moved. */
export function LevelDistribution(props: {
  readonly summary: LoadResult<PortfolioSummary>;
  readonly onPick: (level: number) => void;
  readonly onPickAtRisk: () => void;
}) {
  const { summary, ...rest } = props;
  const t = useTexts();
  return (
    <Section title={t('portfolio.distribution')}>
      <Loaded result={summary} errorTitle={t('portfolio.error')} height={120}>
        {value => <Levels summary={value} {...rest} />}
      </Loaded>
    </Section>
  );
}

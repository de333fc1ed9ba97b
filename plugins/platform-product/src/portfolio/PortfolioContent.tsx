import { Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Loaded } from '../shared/Loaded';
import { OutageBoundary } from '../shared/OutageBoundary';
import { Paging } from '../shared/Paging';
import { RevealTogether } from '../shared/RevealTogether';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { ExportButton } from './ExportButton';
import { LevelDistribution } from './LevelDistribution';
import { PortfolioEmpty } from './PortfolioEmpty';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioTable } from './PortfolioTable';
import { usePortfolio } from './usePortfolio';
import { usePortfolioState } from './usePortfolioState';

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
}));

/** All services with their levels, to filter, sort and take away. */
export function PortfolioContent() {
  return (
    <OutageBoundary>
      <RevealTogether shape={<PortfolioShape />}>
        <Portfolio />
      </RevealTogether>
    </OutageBoundary>
  );
}

function PortfolioShape() {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <Skeleton width="100%" height={216} />
      <Skeleton width="100%" height={640} />
    </div>
  );
}

function Portfolio() {
  const classes = useStyles();
  const t = useTexts();
  const { query, change, clear } = usePortfolioState();
  const { summary, list } = usePortfolio(query);
  const isFiltered = Object.keys(query).some(field =>
    ['level', 'owner', 'kind', 'system', 'atRisk', 'text'].includes(field),
  );

  return (
    <div className={classes.layout}>
      <LevelDistribution
        summary={summary}
        onPick={level => change({ level: `${level}` })}
        onPickAtRisk={() => change({ atRisk: 'true' })}
      />
      <Section
        title={t('portfolio.services')}
        action={<ExportButton query={query} />}
      >
        <PortfolioFilters
          query={query}
          summary={summary.value}
          onChange={change}
          onClear={isFiltered ? clear : undefined}
        />
        <Loaded result={list} errorTitle={t('portfolio.error')} height={320}>
          {({ items, totalItems, pageInfo }) =>
            items.length > 0 ? (
              <>
                <PortfolioTable
                  items={items}
                  query={query}
                  isLoading={list.loading}
                  topLevel={summary.value && summary.value.levels.length - 1}
                  onSort={change}
                />
                <Paging
                  counts={{ shown: items.length, total: totalItems }}
                  cursor={query.cursor}
                  nextCursor={pageInfo.nextCursor}
                  onPage={cursor => change({ cursor })}
                />
              </>
            ) : (
              <>
                <PortfolioEmpty
                  isFiltered={isFiltered || Boolean(query.cursor)}
                />
                <Paging
                  cursor={query.cursor}
                  nextCursor={undefined}
                  onPage={cursor => change({ cursor })}
                />
              </>
            )
          }
        </Loaded>
      </Section>
    </div>
  );
}

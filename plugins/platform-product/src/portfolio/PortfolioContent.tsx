import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { portfolioSignalChannel } from '@platform-product/backstage-plugin-common/rules';
import { makeStyles } from '@material-ui/core/styles';
import useInterval from 'react-use/esm/useInterval';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useSignalled } from '../shared/useSignalled';
import { useTexts } from '../shared/useTexts';
import { ExportButton } from './ExportButton';
import { LevelDistribution } from './LevelDistribution';
import { PortfolioEmpty } from './PortfolioEmpty';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioPaging } from './PortfolioPaging';
import { PortfolioTable } from './PortfolioTable';
import { usePortfolioState } from './usePortfolioState';

const emptyRefreshInterval = 10_000;

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
}));

/** The query as the API takes it, without what is at its default anyway. */
function toRequest({ atRisk, ...query }: PortfolioQuery) {
  return {
    ...query,
    level: query.level?.map(String),
    atRisk: atRisk === undefined ? undefined : (`${atRisk}` as const),
  };
}

/** All services with their levels, to filter, sort and take away. */
export function PortfolioContent() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const { query, change, clear } = usePortfolioState();
  const summary = useLoaded(
    () => api.call('getPortfolioSummary', { params: {} }),
    [api],
  );
  const list = useLoaded(
    () => api.call('listPortfolio', { params: {}, query: toRequest(query) }),
    [api, query],
  );
  const { reload: reloadSummary } = summary;
  const { reload: reloadList } = list;
  const refresh = useCallback(() => {
    reloadSummary();
    reloadList();
  }, [reloadSummary, reloadList]);
  useSignalled(portfolioSignalChannel, refresh);
  // The first services may have come before the signals were listened to.
  const hasNone = summary.value?.totalItems === 0;
  useInterval(refresh, hasNone ? emptyRefreshInterval : null);
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
        action={<ExportButton request={toRequest(query)} />}
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
                <PortfolioPaging
                  shown={items.length}
                  total={totalItems}
                  isFirst={!query.cursor}
                  nextCursor={pageInfo.nextCursor}
                  onPage={cursor => change({ cursor })}
                />
              </>
            ) : (
              <PortfolioEmpty isFiltered={isFiltered} />
            )
          }
        </Loaded>
      </Section>
    </div>
  );
}

import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { portfolioSignalChannel } from '@platform-product/backstage-plugin-common/rules';
import useInterval from 'react-use/esm/useInterval';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useLoaded } from '../shared/useLoaded';
import { useSignalled } from '../shared/useSignalled';
import { toPortfolioRequest } from './toPortfolioRequest';

const emptyRefreshInterval = 10_000;

/** One page of services, and a summary of all; again when either is signalled. */
export function usePortfolio(query: PortfolioQuery) {
  const api = useApi(platformProductApiRef);
  const summary = useLoaded(
    () => api.call('getPortfolioSummary', { params: {} }),
    [api],
  );
  const list = useLoaded(
    () =>
      api.call('listPortfolio', {
        params: {},
        query: toPortfolioRequest(query),
      }),
    [api, query],
    [api],
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
  return { summary, list };
}

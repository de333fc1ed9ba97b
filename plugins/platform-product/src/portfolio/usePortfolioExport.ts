import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { toPortfolioRequest } from './toPortfolioRequest';

/** Gives the whole list as text, as it is filtered and sorted. */
export function usePortfolioExport() {
  const api = useApi(platformProductApiRef);
  return useCallback(
    (portfolioQuery: PortfolioQuery) => {
      const {
        limit: _,
        cursor: __,
        ...query
      } = toPortfolioRequest(portfolioQuery);
      return api.call('exportPortfolio', { params: {}, query });
    },
    [api],
  );
}

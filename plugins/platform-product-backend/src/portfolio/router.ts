import { portfolioRoutes } from '@platform-product/backstage-plugin-common';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { PortfolioService } from './PortfolioService';

/** Adds the routes of the room `portfolio`. */
export function addPortfolioRoutes(options: {
  routes: RouteRegistrar;
  portfolio: PortfolioService;
}): void {
  const { routes, portfolio } = options;
  routes.add(portfolioRoutes.listPortfolio, ({ query, credentials }) =>
    portfolio.list(query, credentials),
  );
  routes.add(portfolioRoutes.getPortfolioSummary, ({ credentials }) =>
    portfolio.summarise(credentials),
  );
  routes.add(portfolioRoutes.exportPortfolio, ({ query, credentials }) =>
    portfolio.exportCsv(query, credentials),
  );
}

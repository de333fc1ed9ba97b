import {
  homeRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { RouteRegistrar } from '../http/RouteRegistrar';
import { HomeService } from './HomeService';
import { PortfolioService } from './PortfolioService';

/** Adds the routes of the room `portfolio`. */
export function addPortfolioRoutes(options: {
  routes: RouteRegistrar;
  access: AccessService;
  portfolio: PortfolioService;
  home: HomeService;
}): void {
  const { routes, access, portfolio, home } = options;
  routes.add(portfolioRoutes.listPortfolio, ({ query, credentials }) =>
    portfolio.list(query, credentials),
  );
  routes.add(portfolioRoutes.getPortfolioSummary, ({ credentials }) =>
    portfolio.summarise(credentials),
  );
  routes.add(portfolioRoutes.exportPortfolio, ({ query, credentials }) =>
    portfolio.exportCsv(query, credentials),
  );
  routes.add(homeRoutes.getHome, async ({ credentials }) => {
    const userRef = access.requireUser(credentials);
    const claims = await access.claimsOf(credentials);
    return home.get({ userRef, claims }, credentials);
  });
}

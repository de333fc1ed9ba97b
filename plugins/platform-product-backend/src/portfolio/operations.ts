import {
  homeRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../access/AccessService';
import { Operations } from '../operations/Operations';
import { HomeService } from './HomeService';
import { PortfolioService } from './PortfolioService';

/** Adds what can be asked of the room `portfolio`. */
export function addPortfolioOperations(
  operations: Operations,
  room: {
    readonly portfolio: PortfolioService;
    readonly home: HomeService;
    readonly access: AccessService;
  },
): void {
  const { portfolio, home, access } = room;

  operations.on(portfolioRoutes.listPortfolio, ({ query, credentials }) =>
    portfolio.list(query, credentials),
  );

  operations.on(portfolioRoutes.getPortfolioSummary, ({ credentials }) =>
    portfolio.summarise(credentials),
  );

  operations.on(portfolioRoutes.exportPortfolio, ({ query, credentials }) =>
    portfolio.exportCsv(query, credentials),
  );

  operations.on(homeRoutes.getHome, async ({ by, credentials }) => {
    const claims = await access.claimsOf(credentials);
    const within = await access.withinOf(credentials, claims);
    return home.get({ userRef: by, claims, within }, credentials);
  });
}

import { maturityRoutes } from '../maturity/routes';
import { portfolioRoutes } from '../portfolio/portfolio';

/**
 * Every route of the API by its operation id.
 *
 * @public
 */
export const routes = { ...maturityRoutes, ...portfolioRoutes } as const;

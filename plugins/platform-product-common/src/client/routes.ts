import { accessRoutes } from '../access/routes';
import { peopleRoutes } from '../people/routes';
import { contributingRoutes } from '../contributing/routes';
import { maturityRoutes } from '../maturity/routes';
import { homeRoutes } from '../portfolio/home';
import { portfolioRoutes } from '../portfolio/portfolio';
import { reviewerRoutes } from '../reviewers/routes';
import { feedbackRoutes } from '../satisfaction/feedback';
import { researchRoutes } from '../satisfaction/research';
import { satisfactionRoutes } from '../satisfaction/routes';
import { updatesRoutes } from '../updates/routes';

/**
 * Every route of the API by its operation id.
 *
 * @public
 */
export const routes = {
  ...accessRoutes,
  ...peopleRoutes,
  ...maturityRoutes,
  ...contributingRoutes,
  ...reviewerRoutes,
  ...satisfactionRoutes,
  ...feedbackRoutes,
  ...researchRoutes,
  ...updatesRoutes,
  ...portfolioRoutes,
  ...homeRoutes,
} as const;

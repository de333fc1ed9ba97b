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
 * The routes of each room, which tell the parts of the API apart.
 *
 * @public
 */
export const routesByRoom = {
  access: accessRoutes,
  people: peopleRoutes,
  maturity: maturityRoutes,
  contributing: contributingRoutes,
  reviewers: reviewerRoutes,
  satisfaction: { ...satisfactionRoutes, ...feedbackRoutes, ...researchRoutes },
  updates: updatesRoutes,
  portfolio: { ...portfolioRoutes, ...homeRoutes },
} as const;

/**
 * Every route of the API by its operation id.
 *
 * @public
 */
export const routes = {
  ...routesByRoom.access,
  ...routesByRoom.people,
  ...routesByRoom.maturity,
  ...routesByRoom.contributing,
  ...routesByRoom.reviewers,
  ...routesByRoom.satisfaction,
  ...routesByRoom.updates,
  ...routesByRoom.portfolio,
} as const;

import { accessRoutes } from '../access/routes';
import { mergeRooms } from '../mergeRooms';
import { peopleRoutes } from '../people/routes';
import { homeRoutes } from '../portfolio/home';
import { portfolioRoutes } from '../portfolio/portfolio';
import { roomRoutes } from '../rooms';

/** The routes of the API, in the parts that its document tells apart. */
export const routesByTag = {
  access: accessRoutes,
  people: peopleRoutes,
  ...roomRoutes,
  portfolio: { ...portfolioRoutes, ...homeRoutes },
} as const;

/**
 * Every route of the API by its operation id.
 *
 * @public
 */
export const routes = mergeRooms(routesByTag);

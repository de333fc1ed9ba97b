import {
  Home,
  PortfolioItem,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import { round } from './satisfaction';

/** A service on level 1 of which nothing remarkable is known. */
export const service: PortfolioItem = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  kind: 'component',
  level: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  heldBackBy: [],
  levelSince: '2026-01-01T00:00:00.000Z',
  asOf: '2026-01-01T00:00:00.000Z',
};

/** A list's answer that holds everything on one page, unless it is said otherwise. */
export const pageOf = <T>(
  items: T[],
  more: { readonly totalItems?: number; readonly nextCursor?: string } = {},
) => ({
  items,
  totalItems: more.totalItems ?? items.length,
  pageInfo: { nextCursor: more.nextCursor },
});

/** Of one service, on level 2. */
export const summary: PortfolioSummary = {
  totalItems: 1,
  levels: [0, 1, 2, 3].map(level => ({
    level,
    name: `Name ${level}`,
    count: level === 2 ? 1 : 0,
    yearAgo: 0,
  })),
  upThisMonth: 0,
  downThisMonth: 0,
  atRisk: 0,
  owners: [],
  systems: [],
  kinds: [],
};

/** What concerns somebody who owns nothing, and of whom nothing is wanted. */
export const quietHome: Home = {
  waiting: { items: [], counts: {}, totalItems: 0 },
  round,
  ratings: [],
  totalRatings: 0,
  services: [],
  totalServices: 0,
};

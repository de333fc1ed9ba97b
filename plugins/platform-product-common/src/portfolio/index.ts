export type { Home, Waiting, WantedRating } from './home';
export { portfolioSorts } from './portfolio';
export type {
  PortfolioFilters,
  PortfolioItem,
  PortfolioQuery,
  PortfolioSort,
  PortfolioSummary,
  ServiceCount,
} from './portfolio';

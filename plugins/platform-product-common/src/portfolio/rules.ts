export { homeRoutes } from './home';
export {
  portfolioQuerySchema,
  portfolioRoutes,
  portfolioSignalChannel,
} from './portfolio';

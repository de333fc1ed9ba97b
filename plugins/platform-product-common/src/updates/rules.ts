export { updatesRoutes } from './routes';

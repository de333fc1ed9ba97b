export * from './openApiDocument';
export * from './PlatformProductClient';
export { routes } from './routes';

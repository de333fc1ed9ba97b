export { PlatformProductClient, entityParamsOf } from './PlatformProductClient';
export type { PlatformProductApi } from './PlatformProductClient';
export { createOpenApiDocument } from './openApiDocument';
export { routes } from './routes';

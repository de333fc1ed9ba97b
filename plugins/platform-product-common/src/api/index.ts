export * from './defineRoute';
export * from './openApiDocument';
export { entityParams, idParams, listOf } from './parameters';
export * from './PlatformProductClient';
export * from './routes';

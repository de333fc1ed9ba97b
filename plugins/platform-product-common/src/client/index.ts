export * from './openApiDocument';
export * from './PlatformProductClient';
export * from './routes';

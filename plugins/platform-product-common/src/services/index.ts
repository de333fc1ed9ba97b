export * from './checkAnnotations';
export * from './facts';
export * from './services';

export * from './checkAnnotations';
export * from './productFacts';
export * from './services';

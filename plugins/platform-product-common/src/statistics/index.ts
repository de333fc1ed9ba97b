export * from './quantile';
export * from './wilson';

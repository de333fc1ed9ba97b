export * from './mannKendall';
export * from './newcombe';
export * from './quantile';
export * from './responseRate';
export * from './shrunkenMean';
export { wilsonInterval } from './wilson';
export type { ShareInterval } from './wilson';

export * from './mannKendall';
export * from './newcombe';
export * from './quantile';
export * from './responseRate';
export * from './shrunkenMean';
export * from './wilson';

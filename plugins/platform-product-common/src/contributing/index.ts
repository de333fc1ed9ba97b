export * from './routes';
export * from './assessGuideCoverage';
export * from './outlineGuide';

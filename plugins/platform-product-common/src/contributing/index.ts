export { assessGuideCoverage } from './coverage/assessGuideCoverage';
export * from './outlineGuide';
export * from './parseGuide';
export * from './routes';

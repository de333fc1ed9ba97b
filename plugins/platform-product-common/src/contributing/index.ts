export { assessGuideCoverage } from './coverage/assessGuideCoverage';
export type { GuideNode } from './GuideNode';
export * from './outlineGuide';
export * from './parseGuide';
export * from './routes';

export { assessGuideCoverage } from './coverage/assessGuideCoverage';
export { outlineGuide } from './outlineGuide';
export { parseGuide } from './parseGuide';
export { contributingRoutes, guideQuestions } from './routes';
export { withoutFrontMatter } from './withoutFrontMatter';

export { longestComment } from './answers';
export { ratedFeatures } from './features';
export type { Answer } from './features';
export {
  feedbackRoutes,
  feedbackStatuses,
  feedbackVisibilities,
  pastFeedbackSchema,
} from './feedback';
export { addFigures, compileFigures, figuresSchema } from './release';
export { addRelease, addToPast, noReleasePast } from './releasePast';
export type {
  AnswerPast,
  CountedAnswer,
  PlannedRelease,
  ReleasePast,
} from './releasePast';
export { planRelease, releaseRules } from './releaseRules';
export type { ReleaseRules } from './releaseRules';
export { researchKinds, researchRoutes } from './research';
export { rollUpGroups, suppressDifferences } from './rollUps';
export { roundPeriodAt } from './rounds';
export type { RoundSchedule } from './rounds';
export { satisfactionRoutes } from './routes';
export { overallScore, scoreChange, scoreOf, scoreTrend } from './scores';
export { feedbackIn, statementsOf, topics } from './statements';
export type { Topic } from './statements';

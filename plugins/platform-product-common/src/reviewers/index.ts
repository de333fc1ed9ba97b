export * from './actions';
export * from './availability';
export * from './businessHours';
export * from './changedPaths';
export * from './ownership';
export * from './responses';
export * from './reviewTimes';
export * from './rosterTerms';
export * from './routes';
export * from './expertise';
export { scoreExpertise } from './scoreExpertise';
export type {
  Activity,
  ExpertiseAtPath,
  ExpertiseInput,
  ScoredExpertise,
} from './scoreExpertise';
export * from './suggestReviewers';

export {
  availabilitySchema,
  awayUntil,
  defaultAvailability,
} from './availability';
export { mostPaths, readChangedPaths } from './changedPaths';
export type { UnreadText } from './changedPaths';
export type { UnreadReason } from './pasted/PastedName';
export { expertiseVersion, keptUnit, lessonsOf, pathsAbove } from './expertise';
export type { DecayedSum } from './expertise';
export { isSameChange } from './isSameChange';
export { matchesPattern } from './ownership/matchesPattern';
export { ownersOfPath } from './ownership/ownersOfPath';
export type {
  OwnerName,
  Ownership,
  OwnershipDialect,
  OwnershipFile,
} from './ownership/ownership';
export {
  dialectOfHost,
  ownershipFilePaths,
} from './ownership/ownershipFilePaths';
export { parseOwnership } from './ownership/parseOwnership';
export { rulesBelow } from './ownership/rulesBelow';
export { reviewRequestStatuses } from './reviewRequests';
export { summarizeWaits, summarizeWaitsByMonth } from './reviewTimes';
export type { Wait } from './reviewTimes';
export {
  putForward,
  rosterRoles,
  rosterStatus,
  rosterStatuses,
} from './rosterTerms';
export type { RosterAgreement, RosterSide } from './rosterTerms';
export { reviewerRoutes } from './routes';
export type { ExpertiseAtPath } from './scoreExpertise';
export { suggestReviewers } from './suggestReviewers';
export type { ReviewerCandidate } from './suggestReviewers';
export { leftOutReasons } from './suggestions';
export { isOutsideReviewer } from './isOutsideReviewer';

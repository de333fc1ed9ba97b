export type { Availability } from './availability';
export type { MyReviews } from './myReviews';
export type { ReviewRequest, ReviewRequestStatus } from './reviewRequests';
export type { ReviewTimes, WaitSummary } from './reviewTimes';
export type { ReviewerListItem } from './reviewerList';
export type { CandidateSource, Roster, RosterEntry } from './roster';
export type { RosterRole, RosterStatus, RosterTerms } from './rosterTerms';
export type {
  LeftOutReason,
  Suggestion,
  SuggestionReason,
  Suggestions,
} from './suggestions';
export type { WaitingReview, WaitingTerms } from './waiting';

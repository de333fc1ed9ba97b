export type { Availability } from './availability';
export type {
  CandidateSource,
  LeftOutReason,
  MyReviews,
  ReviewRequest,
  ReviewRequestStatus,
  ReviewTimes,
  ReviewerListItem,
  Roster,
  RosterEntry,
  Suggestion,
  SuggestionReason,
  Suggestions,
} from './responses';
export type { WaitSummary } from './reviewTimes';
export type { RosterRole, RosterStatus, RosterTerms } from './rosterTerms';

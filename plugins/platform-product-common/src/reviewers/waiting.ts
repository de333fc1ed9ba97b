import { z } from 'zod';
import { waitingFields, WaitingFor } from '../services/WaitingFor';
import { ReviewRequest, reviewRequestSchema } from './reviewRequests';
import {
  RosterStatus,
  rosterStatuses,
  RosterTerms,
  rosterTermsSchema,
} from './rosterTerms';

/**
 * A request for a review that is with the reader.
 *
 * @public
 */
export interface WaitingReview extends WaitingFor {
  /** Always the same. */
  readonly kind: 'review';
  /** The request. */
  readonly request: ReviewRequest;
}

/**
 * Terms of the roster that the reader can agree to: somebody offers to review for
 * a service of theirs, or they are invited to.
 *
 * @public
 */
export interface WaitingTerms extends WaitingFor {
  /** Whether somebody else offers, or the reader is invited. */
  readonly kind: 'offer' | 'invitation';
  /** User ref of who would review. */
  readonly userRef: string;
  /** Where they stand now: somebody active would agree to other terms. */
  readonly status: RosterStatus;
  /** What they would agree to. */
  readonly terms: RosterTerms;
}

const waitingReviewSchema: z.ZodType<WaitingReview> = z
  .object({
    ...waitingFields,
    kind: z.literal('review'),
    request: reviewRequestSchema,
  })
  .meta({ id: 'WaitingReview' });

const waitingTermsSchema: z.ZodType<WaitingTerms> = z
  .object({
    ...waitingFields,
    kind: z.enum(['offer', 'invitation']),
    userRef: z.string(),
    status: z.enum(rosterStatuses),
    terms: rosterTermsSchema,
  })
  .meta({ id: 'WaitingTerms' });

/** What of the room `reviewers` waits for somebody. */
export const reviewersWaiting = [
  waitingReviewSchema,
  waitingTermsSchema,
] as const;

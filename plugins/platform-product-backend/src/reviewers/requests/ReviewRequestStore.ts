import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Also } from '../../notifications/Notification';

export type NewReviewRequest = Pick<
  ReviewRequest,
  | 'id'
  | 'entityRef'
  | 'requestedBy'
  | 'requestedAt'
  | 'paths'
  | 'changeUrl'
  | 'note'
> & {
  /** Who wrote the change: user ref or person key. */
  readonly author: string;
  readonly reviewer: string;
  readonly answerDueAt: string;
};

/** A request as it is kept. */
export interface StoredReviewRequest extends ReviewRequest {
  readonly author: string;
}

/** How a turn of somebody ends. */
export type TurnOutcome = 'accepted' | 'declined' | 'unanswered';

/** Keeps requests for reviews. */
export interface ReviewRequestStore {
  /** Adds a request, or answers with the one of the same key. */
  add(
    request: NewReviewRequest,
    idempotencyKey: string,
    also?: Also<StoredReviewRequest>,
  ): Promise<{
    readonly request: StoredReviewRequest;
    readonly isNew: boolean;
  }>;
  /** The request that somebody made with a key. */
  find(
    requestedBy: string,
    idempotencyKey: string,
  ): Promise<StoredReviewRequest | undefined>;
  get(id: string): Promise<StoredReviewRequest | undefined>;
  /** Requests that are with a person, open ones and the newest closed ones. */
  listAsked(reviewer: string): Promise<StoredReviewRequest[]>;
  listRequested(requestedBy: string): Promise<StoredReviewRequest[]>;
  /** What somebody has asked for about a service and nobody has done or ended yet. */
  listOpen(
    requestedBy: string,
    entityRef: string,
  ): Promise<StoredReviewRequest[]>;
  /**
   * Pending requests whose answer was due before a moment, the oldest first, so many
   * as a page has, without some that were tried.
   */
  listDue(
    before: Date,
    tried: readonly string[],
  ): Promise<StoredReviewRequest[]>;
  /** How many open requests each of the given people has; one query. */
  countOpen(reviewers: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Ends the turn of a person if it is still theirs, and puts the request to the
   * next one, if there is one; whether it was theirs.
   */
  endTurn(turn: {
    readonly id: string;
    readonly reviewer: string;
    readonly outcome: TurnOutcome;
    readonly at: Date;
    readonly next?: { readonly reviewer: string; readonly answerDueAt: string };
    readonly also?: Also;
  }): Promise<boolean>;
  /** Closes a request that is in one of the given states; whether it was. */
  close(
    id: string,
    options: {
      readonly from: ReadonlyArray<ReviewRequest['status']>;
      readonly to: 'completed' | 'withdrawn';
      readonly at: Date;
      /** Gets to know with whom the request was. */
      readonly also?: Also<string | undefined>;
    },
  ): Promise<boolean>;
}

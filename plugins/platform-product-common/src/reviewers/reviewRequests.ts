import { z } from 'zod';

const timestamp = z.iso.datetime();

/** @public */
export const reviewRequestStatuses = [
  'pending',
  'accepted',
  'completed',
  'withdrawn',
  'exhausted',
] as const satisfies readonly ReviewRequestStatus[];

/**
 * Where a request for a review stands.
 *
 * @public
 */
export type ReviewRequestStatus =
  | 'pending'
  | 'accepted'
  | 'completed'
  | 'withdrawn'
  | 'exhausted';

export const reviewRequestSchema: z.ZodType<ReviewRequest> = z
  .object({
    id: z.uuid(),
    entityRef: z.string(),
    requestedBy: z.string(),
    requestedAt: timestamp,
    paths: z.array(z.string()),
    changeUrl: z.string().optional(),
    note: z.string().optional(),
    status: z.enum(reviewRequestStatuses),
    reviewer: z
      .string()
      .optional()
      .describe('Who is asked, or has accepted; nobody once exhausted.'),
    answerDueAt: timestamp.optional(),
    asked: z.array(
      z.object({
        reviewer: z.string(),
        at: timestamp,
        outcome: z.enum(['pending', 'accepted', 'declined', 'unanswered']),
        answeredAt: timestamp.optional(),
      }),
    ),
  })
  .meta({ id: 'ReviewRequest' });

/**
 * A request for a review. It is with one person at a time.
 *
 * @public
 */
export interface ReviewRequest {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** User ref of who asks. */
  readonly requestedBy: string;
  /** When they asked, in ISO 8601. */
  readonly requestedAt: string;
  /** Paths that the change touches. */
  readonly paths: readonly string[];
  /** Address of the pull or merge request. */
  readonly changeUrl?: string;
  /** What they wrote to the reviewer. */
  readonly note?: string;
  /** Where it stands. */
  readonly status: ReviewRequestStatus;
  /** Who is asked, or has accepted; nobody once exhausted. */
  readonly reviewer?: string;
  /** When the next person is asked, in ISO 8601. */
  readonly answerDueAt?: string;
  /** Whom it was with, in turn. */
  readonly asked: ReadonlyArray<{
    /** User ref of who was asked. */
    readonly reviewer: string;
    /** When, in ISO 8601. */
    readonly at: string;
    /** What came of it. */
    readonly outcome: 'pending' | 'accepted' | 'declined' | 'unanswered';
    /** When they answered, in ISO 8601. */
    readonly answeredAt?: string;
  }>;
}

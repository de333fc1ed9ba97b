import { z } from 'zod';
import { Availability, availabilitySchema } from './availability';
import { ReviewRequest, reviewRequestSchema } from './reviewRequests';
import {
  RosterStatus,
  rosterStatuses,
  RosterTerms,
  rosterTermsSchema,
} from './rosterTerms';

export const myReviewsSchema: z.ZodType<MyReviews> = z
  .object({
    userRef: z.string(),
    availability: availabilitySchema,
    isDefault: z.boolean().describe('Nothing was saved yet.'),
    asked: z.array(reviewRequestSchema),
    requested: z.array(reviewRequestSchema),
    roster: z.array(
      z.object({
        entityRef: z.string(),
        status: z.enum(rosterStatuses),
        agreed: rosterTermsSchema.optional(),
        proposed: rosterTermsSchema
          .extend({ by: z.enum(['person', 'owners']) })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'MyReviews' });

/**
 * A person's own reviewing, for all of their services.
 *
 * @public
 */
export interface MyReviews {
  /** Full ref of the person. */
  readonly userRef: string;
  /** When they can review. */
  readonly availability: Availability;
  /** Nothing was saved yet. */
  readonly isDefault: boolean;
  /** Requests that are with them. */
  readonly asked: readonly ReviewRequest[];
  /** Requests that they made. */
  readonly requested: readonly ReviewRequest[];
  /** Services that they review for, or may. */
  readonly roster: ReadonlyArray<{
    /** Full ref of the service, in lower case. */
    readonly entityRef: string;
    /** Where it stands. */
    readonly status: RosterStatus;
    /** Terms that both sides agreed to. */
    readonly agreed?: RosterTerms;
    /** Terms that wait for the other side. */
    readonly proposed?: RosterTerms & {
      /** Which side put them forward. */
      readonly by: 'person' | 'owners';
    };
  }>;
}

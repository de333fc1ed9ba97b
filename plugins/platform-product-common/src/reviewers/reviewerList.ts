import { z } from 'zod';
import { RosterRole, rosterRoles } from './rosterTerms';

export const reviewerListItemSchema: z.ZodType<ReviewerListItem> = z
  .object({
    entityRef: z.string(),
    title: z.string(),
    userRef: z.string(),
    role: z.enum(rosterRoles),
    paths: z.array(z.string()),
    openReviews: z.number().int(),
    maxOpenReviews: z.number().int(),
    onRotation: z.boolean(),
    timeZone: z.string().optional(),
    awayUntil: z.iso.date().optional(),
  })
  .meta({ id: 'ReviewerListItem' });

/**
 * An active reviewer of one of the services in the catalog.
 *
 * @public
 */
export interface ReviewerListItem {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call it. */
  readonly title: string;
  /** Full ref of the person. */
  readonly userRef: string;
  /** What they do on the roster. */
  readonly role: RosterRole;
  /** Paths or patterns in the repository; empty means all of it. */
  readonly paths: readonly string[];
  /** How many reviews they have accepted and not done. */
  readonly openReviews: number;
  /** How many they take at a time. */
  readonly maxOpenReviews: number;
  /** Whether they take requests at present. */
  readonly onRotation: boolean;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone?: string;
  /** Last day away, as a date, when away now. */
  readonly awayUntil?: string;
}

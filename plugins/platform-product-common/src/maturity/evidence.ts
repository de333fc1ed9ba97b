import { z } from 'zod';

const timestamp = z.iso.datetime();

/** @public */
export const criterionResultSchema = z.enum([
  'pass',
  'fail',
  'unknown',
  'not-applicable',
]);

/**
 * What evidence says of a criterion. Unknown is what could not be looked at.
 *
 * @public
 */
export type CriterionResult = 'pass' | 'fail' | 'unknown' | 'not-applicable';

export const evidenceSchema: z.ZodType<Evidence> = z
  .object({
    criterionId: z.string(),
    source: z
      .string()
      .describe(
        'What found it: annotation:<name>, attestation or a collector.',
      ),
    result: criterionResultSchema,
    summary: z.string().optional().describe('What was found, in plain words.'),
    link: z.string().optional(),
    firstSeenAt: timestamp,
    lastSeenAt: timestamp,
    validUntil: timestamp
      .optional()
      .describe('Where given, ends freshness in place of the criterion’s own.'),
  })
  .meta({ id: 'Evidence' });

/**
 * What one source found out about one criterion of one service. Times are
 * ISO 8601 in UTC.
 *
 * @public
 */
export interface Evidence {
  /** Which criterion it is about. */
  readonly criterionId: string;
  /** What found it: annotation:<name>, attestation or a collector. */
  readonly source: string;
  /** What the source says. */
  readonly result: CriterionResult;
  /** What was found, in plain words. */
  readonly summary?: string;
  /** Where there is more about it. */
  readonly link?: string;
  /** Since when it says so, in ISO 8601. */
  readonly firstSeenAt: string;
  /** When it last said so, in ISO 8601. */
  readonly lastSeenAt: string;
  /** Where given, ends freshness in place of the criterion’s own. */
  readonly validUntil?: string;
}

export const attestationSchema: z.ZodType<Attestation> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    criterionId: z.string(),
    statement: z.string(),
    link: z.string().optional(),
    createdBy: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp,
    withdrawnBy: z.string().optional(),
    withdrawnAt: timestamp.optional(),
  })
  .meta({ id: 'Attestation' });

/**
 * A person's word that a criterion is met.
 *
 * @public
 */
export interface Attestation {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** Which criterion it is about. */
  readonly criterionId: string;
  /** What is attested, in their words. */
  readonly statement: string;
  /** Where there is more about it. */
  readonly link?: string;
  /** User ref of who attests. */
  readonly createdBy: string;
  /** When they attested it, in ISO 8601. */
  readonly createdAt: string;
  /** When it ends to count, in ISO 8601. */
  readonly expiresAt: string;
  /** User ref of who withdrew it. */
  readonly withdrawnBy?: string;
  /** When it was withdrawn, in ISO 8601. */
  readonly withdrawnAt?: string;
}

export const waiverSchema = z
  .object({
    id: z.string(),
    criterionId: z.string(),
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: timestamp,
    expiresAt: timestamp,
    decision: z.enum(['approved', 'denied']).optional(),
    decidedBy: z.string().optional(),
    decidedAt: timestamp.optional(),
    note: z.string().optional().describe('What the approver added.'),
    revokedBy: z.string().optional(),
    revokedAt: timestamp.optional(),
  })
  .meta({ id: 'Waiver' });

/**
 * A time-limited leave not to meet a criterion.
 *
 * @public
 */
export interface Waiver {
  /** Unique, and never used again. */
  readonly id: string;
  /** Which criterion it is about. */
  readonly criterionId: string;
  /** Why the criterion can’t be met for now. */
  readonly reason: string;
  /** User ref of who asked for it. */
  readonly requestedBy: string;
  /** When it was asked for, in ISO 8601. */
  readonly requestedAt: string;
  /** When it ends to count, in ISO 8601. */
  readonly expiresAt: string;
  /** Absent while it waits for a steward. */
  readonly decision?: 'approved' | 'denied';
  /** User ref of the steward. */
  readonly decidedBy?: string;
  /** When it was decided, in ISO 8601. */
  readonly decidedAt?: string;
  /** What the approver added. */
  readonly note?: string;
  /** User ref of who took it back. */
  readonly revokedBy?: string;
  /** When it was taken back, in ISO 8601. */
  readonly revokedAt?: string;
}

/**
 * Where a waiver can stand.
 *
 * @public
 */
export const waiverStatuses = [
  'pending',
  'approved',
  'denied',
  'expired',
  'revoked',
] as const satisfies readonly WaiverStatus[];

export const waiverStatusSchema = z.enum(waiverStatuses);

/**
 * Where a waiver stands at a moment.
 *
 * @public
 */
export type WaiverStatus =
  | 'pending'
  | 'approved'
  | 'denied'
  | 'expired'
  | 'revoked';

/** For so long a decision on a waiver can be taken back, in milliseconds. */
export const decisionStandsAfter = 60_000;

/**
 * The status of a waiver at a moment; undefined before it was requested.
 *
 * @public
 */
export function waiverStatus(
  waiver: Waiver,
  now: Date,
): WaiverStatus | undefined {
  const passed = (at?: string) => at !== undefined && new Date(at) <= now;
  if (!passed(waiver.requestedAt)) return undefined;
  if (passed(waiver.revokedAt)) return 'revoked';
  const decided = passed(waiver.decidedAt) ? waiver.decision : undefined;
  if (decided === 'denied') return 'denied';
  if (passed(waiver.expiresAt)) return 'expired';
  return decided ?? 'pending';
}

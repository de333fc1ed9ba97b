import { z } from 'zod';

const timestamp = z.iso.datetime();

/** @public */
export const criterionResultSchema = z.enum([
  'pass',
  'fail',
  'unknown',
  'not-applicable',
]);

/** @public */
export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** @public */
export const evidenceSchema = z
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
export type Evidence = z.infer<typeof evidenceSchema>;

/** @public */
export const attestationSchema = z
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
export type Attestation = z.infer<typeof attestationSchema>;

/** @public */
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
export type Waiver = z.infer<typeof waiverSchema>;

/** @public */
export const waiverStatusSchema = z.enum([
  'pending',
  'approved',
  'denied',
  'expired',
  'revoked',
]);

/** @public */
export type WaiverStatus = z.infer<typeof waiverStatusSchema>;

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

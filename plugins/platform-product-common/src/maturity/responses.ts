import { z } from 'zod';
import { atRiskSchema, maturityAssessmentSchema } from './assessment';
import { changeCauseSchema } from './explainChange';
import { waiverSchema, waiverStatusSchema } from './evidence';

const timestamp = z.iso.datetime();

/** @public */
export const maturitySchema = maturityAssessmentSchema.extend({
  entityRef: z.string(),
  declaredLevel: z
    .number()
    .int()
    .optional()
    .describe('What the team declares in an annotation.'),
  atRiskUntil: timestamp.optional(),
  gracePeriodDays: z.number(),
  asOf: timestamp,
  failedCollectors: z
    .array(z.object({ collector: z.string(), failedAt: timestamp }))
    .describe('Collectors that failed last time; their old evidence stays.'),
  signalChannel: z
    .string()
    .optional()
    .describe('Channel on which a change of this service is signalled.'),
});

/**
 * The maturity of one service at one moment.
 *
 * @public
 */
export type Maturity = z.infer<typeof maturitySchema>;

/** @public */
export const levelChangeSchema = z.object({
  at: timestamp,
  fromLevel: z.number().int(),
  toLevel: z.number().int(),
  levelWithoutWaivers: z.number().int(),
  atRisk: atRiskSchema.optional(),
  reason: z
    .enum(['first-assessment', 'evidence', 'ladder'])
    .describe('ladder: the criteria themselves were changed.'),
  causes: z.array(changeCauseSchema),
});

/**
 * A change of a service's level or of its being at risk.
 *
 * @public
 */
export type LevelChange = z.infer<typeof levelChangeSchema>;

/** @public */
export const serviceWaiverSchema = waiverSchema.extend({
  entityRef: z.string(),
  status: waiverStatusSchema,
});

/** @public */
export type ServiceWaiver = z.infer<typeof serviceWaiverSchema>;

/** @public */
export const accessSchema = z.object({
  user: z.string().optional().describe('The caller, if it is a user.'),
  isOwn: z
    .boolean()
    .describe(
      'Whether the caller is of the team: an owner, through all groups, or the product manager.',
    ),
  attest: z.boolean(),
  withdrawAttestation: z.boolean(),
  requestWaiver: z.boolean(),
  decideWaiver: z.boolean(),
  manageRoster: z.boolean(),
  offerReview: z.boolean(),
  requestReview: z.boolean(),
  rate: z.boolean(),
  inviteToRate: z.boolean(),
  replyToScores: z.boolean(),
  giveFeedback: z.boolean(),
  manageFeedback: z.boolean(),
  writeResearch: z.boolean(),
  follow: z.boolean(),
  longestAttestationDays: z.number(),
  longestWaiverDays: z.number(),
});

/**
 * What the signed-in person may do for one service.
 *
 * @public
 */
export type Access = z.infer<typeof accessSchema>;

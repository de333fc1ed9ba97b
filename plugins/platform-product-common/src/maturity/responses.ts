import { z } from 'zod';
import { atRiskSchema, maturityAssessmentSchema } from './assessment';
import { changeCauseSchema } from './explainChange';
import { waiverSchema, waiverStatusSchema } from './evidence';

const timestamp = z.iso.datetime();

/** @public */
export const maturitySchema = maturityAssessmentSchema
  .extend({
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
  })
  .meta({ id: 'Maturity' });

/**
 * The maturity of one service at one moment.
 *
 * @public
 */
export type Maturity = z.infer<typeof maturitySchema>;

/** @public */
export const levelChangeSchema = z
  .object({
    at: timestamp,
    fromLevel: z.number().int(),
    toLevel: z.number().int(),
    levelWithoutWaivers: z.number().int(),
    atRisk: atRiskSchema.optional(),
    reason: z
      .enum(['first-assessment', 'evidence', 'ladder'])
      .describe('ladder: the criteria themselves were changed.'),
    causes: z.array(changeCauseSchema),
  })
  .meta({ id: 'LevelChange' });

/**
 * A change of a service's level or of its being at risk.
 *
 * @public
 */
export type LevelChange = z.infer<typeof levelChangeSchema>;

/** @public */
export const serviceWaiverSchema = waiverSchema
  .extend({
    entityRef: z.string(),
    status: waiverStatusSchema,
  })
  .meta({ id: 'ServiceWaiver' });

/** @public */
export type ServiceWaiver = z.infer<typeof serviceWaiverSchema>;

import { z } from 'zod';
import {
  attestationSchema,
  criterionResultSchema,
  evidenceSchema,
  waiverSchema,
  waiverStatusSchema,
} from './evidence';
import { criterionSchema, levelDefinitionSchema } from './ladder';

const timestamp = z.iso.datetime();

/** @public */
export const criterionStateSchema = z
  .enum(['met', 'at-risk', 'waived', 'not-applicable', 'missing'])
  .describe(
    'at-risk: the evidence is stale and counts until the grace period ends; waived: not met, but covered by a live waiver.',
  );

/** @public */
export type CriterionState = z.infer<typeof criterionStateSchema>;

/** @public */
export const criterionAssessmentSchema = criterionSchema
  .extend({
    result: criterionResultSchema,
    state: criterionStateSchema,
    freshUntil: timestamp.optional(),
    atRiskUntil: timestamp.optional(),
    evidence: z.array(evidenceSchema).describe('The newest of each source.'),
    attestation: attestationSchema
      .optional()
      .describe('The attestation that counts, if any.'),
    waiver: waiverSchema
      .extend({ status: waiverStatusSchema })
      .optional()
      .describe('The waiver that is approved or pending, if any.'),
  })
  .meta({ id: 'CriterionAssessment' });

/**
 * Where one criterion of one service stands.
 *
 * @public
 */
export type CriterionAssessment = z.infer<typeof criterionAssessmentSchema>;

/** @public */
export const levelAssessmentSchema = levelDefinitionSchema.extend({
  reached: z.boolean(),
  criteria: z.array(criterionAssessmentSchema),
});

/** @public */
export type LevelAssessment = z.infer<typeof levelAssessmentSchema>;

/** @public */
export const atRiskSchema = z
  .object({
    until: timestamp,
    fallsTo: z.number().int(),
    criteria: z.array(z.string()).describe('Ids of the criteria that lapse.'),
  })
  .meta({ id: 'AtRisk' });

/** @public */
export const maturityAssessmentSchema = z.object({
  level: z.number().int().describe('0 means not assessed.'),
  levelWithoutWaivers: z.number().int(),
  atRisk: atRiskSchema.optional(),
  heldBackBy: z
    .array(z.string())
    .describe('Ids of the criteria missing for the next level.'),
  levels: z.array(levelAssessmentSchema),
});

/**
 * The level of a service, and why.
 *
 * @public
 */
export type MaturityAssessment = z.infer<typeof maturityAssessmentSchema>;

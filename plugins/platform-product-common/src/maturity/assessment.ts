import { z } from 'zod';
import {
  Attestation,
  attestationSchema,
  CriterionResult,
  criterionResultSchema,
  Evidence,
  evidenceSchema,
  Waiver,
  waiverSchema,
  WaiverStatus,
  waiverStatusSchema,
} from './evidence';
import {
  Criterion,
  criterionSchema,
  LevelDefinition,
  levelDefinitionSchema,
} from './ladder';

const timestamp = z.iso.datetime();

export const criterionStateSchema = z
  .enum(['met', 'attested', 'at-risk', 'waived', 'not-applicable', 'missing'])
  .describe(
    'attested: nothing was measured, and somebody gives their word; at-risk: the evidence is stale and counts until the grace period ends; waived: not met, but covered by a live waiver.',
  );

/**
 * What of a criterion counts. Met: by measurement. Attested: nothing was measured, and somebody gives their word.
 * At risk: its evidence is stale, and counts until the grace period ends.
 *
 * @public
 */
export type CriterionState =
  | 'met'
  | 'attested'
  | 'at-risk'
  | 'waived'
  | 'not-applicable'
  | 'missing';

const criterionAssessmentSchema: z.ZodType<CriterionAssessment> =
  criterionSchema
    .extend({
      result: criterionResultSchema,
      state: criterionStateSchema,
      freshUntil: timestamp.optional(),
      atRiskUntil: timestamp.optional(),
      evidence: z.array(evidenceSchema).describe('The newest of each source.'),
      attestation: attestationSchema
        .optional()
        .describe('The live one. It counts where nothing was measured.'),
      waiver: waiverSchema
        .extend({ status: waiverStatusSchema })
        .optional()
        .describe(
          'The waiver that is approved or pending, or was denied for a time that is not over.',
        ),
    })
    .meta({ id: 'CriterionAssessment' });

/**
 * Where one criterion of one service stands.
 *
 * @public
 */
export interface CriterionAssessment extends Criterion {
  /** What the evidence says all together. */
  readonly result: CriterionResult;
  /** What of it counts towards the level. */
  readonly state: CriterionState;
  /** When the evidence goes stale, in ISO 8601. */
  readonly freshUntil?: string;
  /** When the grace period ends, in ISO 8601; absent where nothing is stale. */
  readonly atRiskUntil?: string;
  /** The newest of each source. */
  readonly evidence: readonly Evidence[];
  /** The live one. It counts where nothing was measured. */
  readonly attestation?: Attestation;
  /** The waiver that is approved or pending, or was denied for a time that is not over. */
  readonly waiver?: Waiver & {
    /** Where the waiver stands at this moment. */
    readonly status: WaiverStatus;
  };
}

const levelAssessmentSchema: z.ZodType<LevelAssessment> =
  levelDefinitionSchema.extend({
    reached: z.boolean(),
    criteria: z.array(criterionAssessmentSchema),
  });

/**
 * A level of the ladder, and where its criteria stand.
 *
 * @public
 */
export interface LevelAssessment extends LevelDefinition {
  /** Whether every criterion of it, and of those below, counts. */
  readonly reached: boolean;
  /** Where each of its criteria stands. */
  readonly criteria: readonly CriterionAssessment[];
}

export const atRiskSchema: z.ZodType<AtRisk> = z
  .object({
    until: timestamp,
    fallsTo: z.number().int(),
    criteria: z.array(z.string()).describe('Ids of the criteria that lapse.'),
  })
  .meta({ id: 'AtRisk' });

/**
 * What lapses next, and where that takes the level.
 *
 * @public
 */
export interface AtRisk {
  /** When the grace period ends, in ISO 8601. */
  readonly until: string;
  /** The level from then on. */
  readonly fallsTo: number;
  /** Ids of the criteria that lapse. */
  readonly criteria: readonly string[];
}

export const maturityAssessmentSchema = z.object({
  level: z.number().int().describe('0 means not assessed.'),
  levelWithoutWaivers: z.number().int(),
  measuredLevel: z
    .number()
    .int()
    .describe('The level if neither waivers nor attestations counted.'),
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
export interface MaturityAssessment {
  /** 0 means not assessed. */
  readonly level: number;
  /** The level if no waiver counted. */
  readonly levelWithoutWaivers: number;
  /** The level if neither waivers nor attestations counted. */
  readonly measuredLevel: number;
  /** What lapses next; absent where nothing does. */
  readonly atRisk?: AtRisk;
  /** Ids of the criteria missing for the next level. */
  readonly heldBackBy: readonly string[];
  /** Every level of the ladder, the lowest first. */
  readonly levels: readonly LevelAssessment[];
}

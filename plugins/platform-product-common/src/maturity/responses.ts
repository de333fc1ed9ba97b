import { z } from 'zod';
import {
  AtRisk,
  atRiskSchema,
  MaturityAssessment,
  maturityAssessmentSchema,
} from './assessment';
import { ChangeCause, changeCauseSchema } from './explainChange';
import {
  Waiver,
  waiverSchema,
  WaiverStatus,
  waiverStatusSchema,
} from './evidence';

const timestamp = z.iso.datetime();

export const maturitySchema: z.ZodType<Maturity> = maturityAssessmentSchema
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
export interface Maturity extends MaturityAssessment {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What the team declares in an annotation. */
  readonly declaredLevel?: number;
  /** When the grace period ends, in ISO 8601; absent where nothing is stale. */
  readonly atRiskUntil?: string;
  /** For how many days stale evidence still counts. */
  readonly gracePeriodDays: number;
  /** The moment of the assessment, in ISO 8601. */
  readonly asOf: string;
  /** Collectors that failed last time; their old evidence stays. */
  readonly failedCollectors: ReadonlyArray<{
    /** Its id. */
    readonly collector: string;
    /** When it failed, in ISO 8601. */
    readonly failedAt: string;
  }>;
  /** Channel on which a change of this service is signalled. */
  readonly signalChannel?: string;
}

export const levelChangeSchema: z.ZodType<LevelChange> = z
  .object({
    at: timestamp,
    fromLevel: z.number().int(),
    toLevel: z.number().int(),
    levelWithoutWaivers: z.number().int(),
    measuredLevel: z.number().int(),
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
export interface LevelChange {
  /** When, in ISO 8601. */
  readonly at: string;
  /** Level before; 0 means not assessed. */
  readonly fromLevel: number;
  /** Level after; 0 means not assessed. */
  readonly toLevel: number;
  /** The level if no waiver counted. */
  readonly levelWithoutWaivers: number;
  /** The level if neither waivers nor attestations counted. */
  readonly measuredLevel: number;
  /** What was about to lapse from then on. */
  readonly atRisk?: AtRisk;
  /** ladder: the criteria themselves were changed. */
  readonly reason: 'first-assessment' | 'evidence' | 'ladder';
  /** The criteria that changed. */
  readonly causes: readonly ChangeCause[];
}

const serviceWaiverFields = waiverSchema.extend({
  entityRef: z.string(),
  status: waiverStatusSchema,
});

export const serviceWaiverSchema: z.ZodType<ServiceWaiver> =
  serviceWaiverFields.meta({ id: 'ServiceWaiver' });

/**
 * A waiver, with its service and where it stands now.
 *
 * @public
 */
export interface ServiceWaiver extends Waiver {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** Where it stands at this moment. */
  readonly status: WaiverStatus;
}

export const listedWaiverSchema: z.ZodType<ListedWaiver> = serviceWaiverFields
  .extend({ title: z.string(), criterion: z.string() })
  .meta({ id: 'ListedWaiver' });

/**
 * A waiver in a list of several services.
 *
 * @public
 */
export interface ListedWaiver extends ServiceWaiver {
  /** What people call the service. */
  readonly title: string;
  /** Title of the criterion. */
  readonly criterion: string;
}

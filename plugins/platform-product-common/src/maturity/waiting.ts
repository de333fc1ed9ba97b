import { z } from 'zod';
import { waitingFields, WaitingFor } from '../services/WaitingFor';
import { AtRisk, atRiskSchema } from './assessment';
import { ServiceWaiver, serviceWaiverSchema } from './responses';

/**
 * A waiver that a steward is to decide, or one of the reader's own services that
 * ends soon.
 *
 * @public
 */
export interface WaitingWaiver extends WaitingFor {
  /** Whether it waits for a decision, or ends soon. */
  readonly kind: 'waiver' | 'waiver-ends';
  /** The waiver. */
  readonly waiver: ServiceWaiver;
  /** Title of the criterion. */
  readonly criterion: string;
}

/**
 * A service of the reader that is about to fall.
 *
 * @public
 */
export interface WaitingRisk extends WaitingFor {
  /** Always the same. */
  readonly kind: 'at-risk';
  /** When it falls, to what, and why. */
  readonly atRisk: AtRisk;
  /** Titles of the criteria that have gone stale. */
  readonly criteria: readonly string[];
}

const waitingWaiverSchema: z.ZodType<WaitingWaiver> = z
  .object({
    ...waitingFields,
    kind: z.enum(['waiver', 'waiver-ends']),
    waiver: serviceWaiverSchema,
    criterion: z.string(),
  })
  .meta({ id: 'WaitingWaiver' });

const waitingRiskSchema: z.ZodType<WaitingRisk> = z
  .object({
    ...waitingFields,
    kind: z.literal('at-risk'),
    atRisk: atRiskSchema,
    criteria: z.array(z.string()),
  })
  .meta({ id: 'WaitingRisk' });

/** What of the room `maturity` waits for somebody. */
export const maturityWaiting = [
  waitingWaiverSchema,
  waitingRiskSchema,
] as const;

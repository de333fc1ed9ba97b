import { z } from 'zod';
import { RoomFigures } from '../services/RoomFigures';
import { AtRisk, atRiskSchema } from './assessment';

const timestamp = z.iso.datetime();

/**
 * What lists of services show of their maturity.
 *
 * @public
 */
export interface MaturityFigures {
  /** Highest level reached; 0 means not assessed. */
  readonly level: number;
  /** The level if no waiver counted. */
  readonly levelWithoutWaivers: number;
  /** The level if neither waivers nor attestations counted. */
  readonly measuredLevel: number;
  /** What the team declares in an annotation. */
  readonly declaredLevel?: number;
  /** When the grace period ends, in ISO 8601; absent where nothing is stale. */
  readonly atRiskUntil?: string;
  /** What lapses next; absent where nothing does. */
  readonly atRisk?: AtRisk;
  /** Ids of the criteria missing for the next level. */
  readonly heldBackBy: readonly string[];
  /** Title of the first of them. */
  readonly heldBackByTitle?: string;
  /** Since when the service stands there, in ISO 8601. */
  readonly levelSince: string;
}

export const maturityFigures = {
  sorts: ['level', 'measuredLevel', 'levelSince', 'atRiskUntil'],
  fields: {
    level: z.number().int(),
    levelWithoutWaivers: z.number().int(),
    measuredLevel: z.number().int(),
    declaredLevel: z.number().int().optional(),
    atRiskUntil: timestamp.optional(),
    atRisk: atRiskSchema.optional(),
    heldBackBy: z.array(z.string()),
    heldBackByTitle: z
      .string()
      .optional()
      .describe('Title of the first criterion that holds the service back.'),
    levelSince: timestamp,
  },
} as const satisfies RoomFigures;

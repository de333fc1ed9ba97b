import { z } from 'zod';
import { RoomFigures } from '../services/RoomFigures';
import { atRiskSchema } from './assessment';

const timestamp = z.iso.datetime();

/** What lists of services show of their maturity. */
export const maturityFigures = {
  sorts: ['level', 'levelSince', 'atRiskUntil'],
  fields: {
    level: z.number().int(),
    levelWithoutWaivers: z.number().int(),
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

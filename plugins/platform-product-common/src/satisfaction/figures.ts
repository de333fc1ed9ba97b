import { RoomFigures } from '../services/RoomFigures';
import { overallScoreSchema } from './scores';

/** What lists of services show of their satisfaction. */
export const satisfactionFigures = {
  sorts: ['satisfaction'],
  fields: {
    satisfaction: overallScoreSchema
      .optional()
      .describe('From the newest release; left out where nothing is shown.'),
  },
} as const satisfies RoomFigures;

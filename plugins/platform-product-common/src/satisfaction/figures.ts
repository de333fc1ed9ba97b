import { RoomFigures } from '../services/RoomFigures';
import { OverallScore, overallScoreSchema } from './scores';

/**
 * What lists of services show of their satisfaction.
 *
 * @public
 */
export interface SatisfactionFigures {
  /** From the newest release; left out where nothing is shown. */
  readonly satisfaction?: OverallScore;
}

export const satisfactionFigures = {
  sorts: ['satisfaction'],
  fields: {
    satisfaction: overallScoreSchema
      .optional()
      .describe('From the newest release; left out where nothing is shown.'),
  },
} as const satisfies RoomFigures;

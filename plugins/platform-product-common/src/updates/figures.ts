import { z } from 'zod';
import { RoomFigures } from '../services/RoomFigures';
import { NoticeMeasures, noticeMeasuresSchema } from './noticeMeasures';

/**
 * What lists of services show of how their users are told.
 *
 * @public
 */
export interface UpdatesFigures {
  /** How many notices are open; left out where none is. */
  readonly openNotices?: number;
  /** How early and how fully users were told, in a year; left out where they never were. */
  readonly noticeMeasures?: NoticeMeasures;
}

export const updatesFigures = {
  sorts: [
    'openNotices',
    'timeToNotify',
    'promisesKept',
    'noticesComplete',
    'noticesAnswered',
    'timeToPostMortem',
  ],
  fields: {
    openNotices: z
      .number()
      .int()
      .optional()
      .describe('How many notices are open; left out where none is.'),
    noticeMeasures: noticeMeasuresSchema
      .optional()
      .describe(
        'How early and how fully users were told, in a year; left out where they never were.',
      ),
  },
} as const satisfies RoomFigures;

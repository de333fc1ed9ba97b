import { z } from 'zod';
import { Feedback, feedbackSchema } from './feedback';
import { waitingFields, WaitingFor } from '../services/WaitingFor';

/**
 * Feedback on a service of the reader that is open, or that its team has said nothing to.
 *
 * @public
 */
export interface WaitingFeedback extends WaitingFor {
  /** Always the same. */
  readonly kind: 'feedback';
  /** What was said, and where it stands. */
  readonly feedback: Feedback;
}

/**
 * Released scores of a service of the reader that its team has not answered.
 *
 * @public
 */
export interface WaitingScores extends WaitingFor {
  /** Always the same. */
  readonly kind: 'scores';
  /** The round that they are of. */
  readonly roundId: string;
}

const waitingFeedbackSchema: z.ZodType<WaitingFeedback> = z
  .object({
    ...waitingFields,
    kind: z.literal('feedback'),
    feedback: feedbackSchema,
  })
  .meta({ id: 'WaitingFeedback' });

const waitingScoresSchema: z.ZodType<WaitingScores> = z
  .object({
    ...waitingFields,
    kind: z.literal('scores'),
    roundId: z.string(),
  })
  .meta({ id: 'WaitingScores' });

/** What of the room `satisfaction` waits for somebody. */
export const satisfactionWaiting = [
  waitingFeedbackSchema,
  waitingScoresSchema,
] as const;

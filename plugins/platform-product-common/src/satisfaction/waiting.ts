import { z } from 'zod';
import { waitingFields, WaitingFor } from '../services/WaitingFor';

/**
 * Feedback on a service of the reader that its team has said nothing to.
 *
 * @public
 */
export interface WaitingFeedback extends WaitingFor {
  /** Always the same. */
  readonly kind: 'feedback';
  /** Id of the feedback. */
  readonly id: string;
  /** What it is about, in a few words. */
  readonly subject: string;
  /** Plain text, as somebody typed it. */
  readonly text?: string;
  /** How many people want it, too. */
  readonly votes: number;
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
    id: z.string(),
    subject: z.string(),
    text: z.string().optional(),
    votes: z.number().int(),
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

import { z } from 'zod';
import { waitingFields, WaitingFor } from '../services/WaitingFor';
import {
  Notice,
  NoticeAnswer,
  noticeAnswerSchema,
  noticeSchema,
} from './notices';

/**
 * A notice that entities of the reader have not answered.
 *
 * @public
 */
export interface WaitingNotice extends WaitingFor {
  /** Always the same. */
  readonly kind: 'notice';
  /** What happened. */
  readonly notice: Notice;
  /** The reader's entities that have not answered, and how each is reached. */
  readonly concerned: readonly NoticeAnswer[];
}

const waitingNoticeSchema: z.ZodType<WaitingNotice> = z
  .object({
    ...waitingFields,
    kind: z.literal('notice'),
    notice: noticeSchema,
    concerned: z.array(noticeAnswerSchema),
  })
  .meta({ id: 'WaitingNotice' });

/** What of the room `updates` waits for somebody. */
export const updatesWaiting = [waitingNoticeSchema] as const;

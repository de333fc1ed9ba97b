import { Feedback } from '@platform-product/backstage-plugin-common';
import { FeedbackReader } from './FeedbackStore';

/** Whether a reader may see feedback: what is for the team alone, its author, too. */
export function isFeedbackSeen(
  { visibility, author }: Pick<Feedback, 'visibility' | 'author'>,
  reader: FeedbackReader,
): boolean {
  return visibility !== 'team' || reader.isTeam || author === reader.userRef;
}

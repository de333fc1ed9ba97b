import { createHash } from 'crypto';
import { FeedbackRecord } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { PastFeedbackStore } from './PastFeedbackStore';

/** The same id at every start, whoever has erased themselves meanwhile. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(`feedback ${key}`).digest('hex');
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hash.slice(ends[index - 1] ?? 0, end))
    .join('-');
}

/** Keeps past feedback in the plugin's database. */
export class DatabasePastFeedbackStore implements PastFeedbackStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(feedback: FeedbackRecord): Promise<void> {
    const { status = 'open', voters = [], replies = [] } = feedback;
    const id = idOf(feedback.key);
    await this.#knex.transaction(async transaction => {
      const [isNew] = await transaction('satisfaction_feedback')
        .insert({
          id,
          entity_ref: feedback.entityRef,
          title: feedback.title,
          text: feedback.text ?? null,
          visibility: feedback.visibility,
          created_by: feedback.by,
          created_at: feedback.at,
          status,
          status_note: feedback.statusNote ?? null,
          link: feedback.link ?? null,
          duplicate_of: feedback.duplicateOf
            ? idOf(feedback.duplicateOf)
            : null,
          moved_at: status === 'open' ? null : feedback.movedAt ?? feedback.at,
          idempotency_key: id,
        })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (!isNew) return;
      await insertMany(
        transaction,
        'satisfaction_feedback_replies',
        replies.map((reply, index) => ({
          id: idOf(`${feedback.key}\nreply ${index}`),
          feedback_id: id,
          text: reply.text,
          created_by: reply.by,
          from_team: reply.fromTeam,
          created_at: reply.at,
          idempotency_key: idOf(`${feedback.key}\nreply ${index}`),
        })),
      );
      await insertMany(
        transaction,
        'satisfaction_votes',
        [...new Set(voters)].map(voter => ({
          feedback_id: id,
          user_ref: voter,
        })),
      );
    });
  }
}

import { FeedbackRecord } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { chunksOf } from '../../database/values';
import { idOfImportedFeedback as idOf } from './idOfImportedFeedback';
import { PastFeedbackStore } from './PastFeedbackStore';

const imported = 'satisfaction_imported_feedback';
const mostIds = 400;

/**
 * Keeps past feedback in the plugin's database, and beside it only that it was brought
 * in, so that what was forgotten since does not come back.
 */
export class DatabasePastFeedbackStore implements PastFeedbackStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(feedback: readonly FeedbackRecord[]): Promise<void> {
    const records = new Map(feedback.map(item => [idOf(item.key), item]));
    const known = new Set<string>();
    for (const ids of chunksOf([...records.keys()], mostIds)) {
      const found: string[] = await this.#knex(imported)
        .whereIn('id', ids)
        .pluck('id');
      found.forEach(id => known.add(id));
    }
    for (const [id, item] of records) {
      if (!known.has(id)) await this.#addOne(id, item);
    }
  }

  async #addOne(id: string, feedback: FeedbackRecord): Promise<void> {
    const { status = 'open', voters = [], replies = [] } = feedback;
    await this.#knex.transaction(async transaction => {
      const [isNew] = await transaction(imported)
        .insert({ id })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (!isNew) return;
      await transaction('satisfaction_feedback').insert({
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
        duplicate_of: feedback.duplicateOf ? idOf(feedback.duplicateOf) : null,
        moved_at: status === 'open' ? null : feedback.movedAt ?? feedback.at,
        idempotency_key: id,
      });
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

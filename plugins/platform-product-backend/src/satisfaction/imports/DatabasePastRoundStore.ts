import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { toResearchRow } from '../research/DatabaseResearchStore';
import { toRow } from '../rounds/DatabaseRoundStore';
import { PastRound, PastRoundStore } from './PastRoundStore';

/** Keeps past rounds in the plugin's database. */
export class DatabasePastRoundStore implements PastRoundStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(past: PastRound): Promise<void> {
    const { round, releases, replies, research } = past;
    await this.#knex.transaction(async transaction => {
      const [isNew] = await transaction('satisfaction_rounds')
        .insert({ ...toRow(round), status: 'closed', secret: null })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (!isNew) return;
      await insertMany(
        transaction,
        'satisfaction_releases',
        releases.map(({ entityRef, figures }) => ({
          round_id: round.id,
          entity_ref: entityRef,
          sequence: 1,
          is_newest: true,
          figures: JSON.stringify(figures),
        })),
      );
      await insertMany(
        transaction,
        'satisfaction_replies',
        replies.map(reply => ({
          round_id: round.id,
          entity_ref: reply.entityRef,
          text: reply.text,
          link: reply.link ?? null,
          replied_by: reply.by,
          replied_at: reply.at,
        })),
      );
      await insertMany(
        transaction,
        'satisfaction_research',
        research.map(entry => ({
          ...toResearchRow(
            {
              ...entry,
              id: randomUUID(),
              at: new Date(entry.date).toISOString(),
            },
            randomUUID(),
          ),
        })),
      );
    });
  }
}

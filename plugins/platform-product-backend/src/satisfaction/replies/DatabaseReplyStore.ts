import { Knex } from 'knex';
import {
  chunksOf,
  DatabaseTime,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { ReplyStore, StoredReply } from './ReplyStore';

const replies = 'satisfaction_replies';
const mostValues = 400;

interface ReplyRow {
  round_id: string;
  entity_ref: string;
  text: string;
  link: string | null;
  replied_by: string;
  replied_at: DatabaseTime;
}

/** Keeps replies in the plugin's database. */
export class DatabaseReplyStore implements ReplyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(entityRefs: readonly string[]): Promise<StoredReply[]> {
    const rows: ReplyRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(...(await this.#knex(replies).whereIn('entity_ref', some)));
    }
    return rows.map(row => ({
      entityRef: row.entity_ref,
      roundId: row.round_id,
      text: row.text,
      link: optionalText(row.link),
      by: row.replied_by,
      at: toTimestamp(row.replied_at),
    }));
  }

  async save(reply: StoredReply): Promise<void> {
    await this.#knex(replies)
      .insert({
        entity_ref: reply.entityRef,
        round_id: reply.roundId,
        text: reply.text,
        link: reply.link ?? null,
        replied_by: reply.by,
        replied_at: new Date(reply.at),
      })
      .onConflict(['entity_ref', 'round_id'])
      .merge(['text', 'link', 'replied_by', 'replied_at']);
  }

  async rename(
    transaction: Knex.Transaction,
    userRef: string,
    replacement: string,
  ): Promise<void> {
    await transaction(replies)
      .where('replied_by', userRef)
      .update({ replied_by: replacement });
  }
}

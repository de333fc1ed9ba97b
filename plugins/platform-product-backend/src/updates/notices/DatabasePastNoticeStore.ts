import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { importOnce } from '../importOnce';
import { PastNotice, PastNoticeStore } from './PastNoticeStore';
import { toNoticeRow, toUpdateRow } from './noticeRows';

/** Keeps past notices in the plugin's database. */
export class DatabasePastNoticeStore implements PastNoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(notices: readonly PastNotice[]): Promise<PastNotice[]> {
    const added: PastNotice[] = [];
    for (const past of notices) {
      if (await this.#addOne(past)) added.push(past);
    }
    return added;
  }

  async #addOne({ notice, reached, answers }: PastNotice): Promise<boolean> {
    const { id, updates, version } = notice;
    return importOnce(this.#knex, id, async transaction => {
      await transaction('updates_notices').insert({
        ...toNoticeRow(notice, id),
        reached_version: reached ? version : 0,
        reached_at: reached ? new Date(notice.publishedAt!) : null,
      });
      for (const [index, update] of [...updates].reverse().entries()) {
        await transaction('updates_notice_updates').insert(
          toUpdateRow(
            { ...update, idempotencyKey: update.id },
            { noticeId: id, ordinal: index + 1 },
          ),
        );
      }
      await insertMany(
        transaction,
        'updates_notice_reach',
        (reached ?? []).map(({ entityRef, path, parents }) => ({
          notice_id: id,
          entity_ref: entityRef,
          path: JSON.stringify(path),
          parents: JSON.stringify(parents),
          is_spared: false,
          told_version: version,
        })),
      );
      await insertMany(
        transaction,
        'updates_notice_owners',
        (reached ?? []).flatMap(({ entityRef, owners }) =>
          [...new Set(owners)].map(owner => ({
            notice_id: id,
            entity_ref: entityRef,
            owner,
          })),
        ),
      );
      await insertMany(
        transaction,
        'updates_notice_answers',
        answers.map(({ entityRef, answer, note, by, at }) => ({
          notice_id: id,
          entity_ref: entityRef,
          answer,
          note: note ?? null,
          answered_by: by,
          answered_at: new Date(at),
        })),
      );
    });
  }
}

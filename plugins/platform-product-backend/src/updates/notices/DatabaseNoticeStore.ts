import {
  isOpen,
  noticeStatuses,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { insertOnce } from '../../database/insertOnce';
import { chunksOf } from '../../database/values';
import { Also } from '../../notifications/Notification';
import {
  changeOf,
  NoticeRow,
  NoticeUpdateRow,
  toNotice,
  toNoticeRow,
  toUpdate,
  toUpdateRow,
} from './noticeRows';
import { pageOfNotices, running } from './noticePages';
import {
  NewUpdate,
  NoticeChange,
  NoticeStore,
  StoredNotice,
} from './NoticeStore';

const notices = 'updates_notices';
const updates = 'updates_notice_updates';
const discarded = 'updates_discarded_notices';
const mostValues = 400;

const openStatuses = noticeStatuses.filter(status => isOpen({ status }));
/** Keeps notices in the plugin's database. */
export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(notice: StoredNotice, key: string, also?: Also) {
    const row = { ...toNoticeRow(notice, key), reached_version: 0 };
    const id = await this.#knex.transaction(async transaction => {
      const kept = await insertOnce({
        knex: transaction,
        table: notices,
        row,
        author: 'created_by',
        identity: ['entity_ref', 'kind', 'title'],
      });
      if (kept.id !== row.id) return kept.id;
      for (const [index, update] of notice.updates.entries()) {
        const place = { noticeId: row.id, ordinal: index + 1 };
        const newest = { ...update, idempotencyKey: key };
        await transaction(updates).insert(toUpdateRow(newest, place));
      }
      await also?.(transaction);
      return row.id;
    });
    return (await this.get(id))!;
  }

  async get(id: string): Promise<StoredNotice | undefined> {
    const [found] = await this.listByIds([id]);
    return found;
  }

  async findUpdate(by: string, idempotencyKey: string) {
    const row: NoticeUpdateRow | undefined = await this.#knex(updates)
      .where({ created_by: by, idempotency_key: idempotencyKey })
      .first();
    return row && { noticeId: row.notice_id, text: row.text };
  }

  async change(
    { id, version }: Pick<StoredNotice, 'id' | 'version'>,
    change: NoticeChange,
    update?: NewUpdate,
    also?: Also,
  ): Promise<boolean> {
    const kept = await this.get(id);
    if (!kept) return false;
    return this.#knex.transaction(async transaction => {
      const written = await transaction(notices)
        .where({ id, version })
        .update({
          ...changeOf({ ...kept, ...change }),
          ...(change.detectedAt && {
            detected_at: new Date(change.detectedAt),
          }),
          version: version + 1,
        });
      if (!written) return false;
      if (update) {
        const [{ last }] = await transaction(updates)
          .where({ notice_id: id })
          .max({ last: 'ordinal' });
        const place = { noticeId: id, ordinal: Number(last ?? 0) + 1 };
        await transaction(updates).insert(toUpdateRow(update, place));
      }
      await also?.(transaction);
      return true;
    });
  }

  async removeDraft(id: string): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const removed = await transaction(notices)
        .where({ id })
        .whereNull('published_at')
        .delete();
      if (!removed) return false;
      await transaction(discarded).insert({ id }).onConflict('id').ignore();
      return true;
    });
  }

  async wasDiscarded(id: string): Promise<boolean> {
    const found = await this.#knex(discarded).where({ id }).first();
    return found !== undefined;
  }

  async hasDrafts(entityRef: string): Promise<boolean> {
    const found = await this.#knex(notices)
      .where('entity_ref', entityRef)
      .whereNull('published_at')
      .first('id');
    return found !== undefined;
  }

  async list(options: Parameters<NoticeStore['list']>[0]) {
    const { ids, totalItems } = await pageOfNotices(this.#knex, options);
    const found = await this.listByIds(ids);
    const byId = new Map(found.map(notice => [notice.id, notice]));
    return { items: ids.flatMap(id => byId.get(id) ?? []), totalItems };
  }

  async listPublished(entityRefs: readonly string[], since: Date) {
    const rows: NoticeRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(
        ...(await this.#knex(notices)
          .whereIn('entity_ref', some)
          .whereNotNull('published_at')
          .where(either =>
            either
              .where('published_at', '>=', since)
              .orWhereIn('status', openStatuses),
          )),
      );
    }
    return this.#withUpdates(rows);
  }

  async listByIds(ids: readonly string[]) {
    const rows: NoticeRow[] = [];
    for (const some of chunksOf(ids, mostValues)) {
      rows.push(...(await this.#knex(notices).whereIn('id', some)));
    }
    return this.#withUpdates(rows);
  }

  async listToMove(now: Date) {
    const rows: NoticeRow[] = await this.#knex(notices)
      .where('kind', 'maintenance')
      .whereNotNull('published_at')
      .whereIn('status', [...running])
      .where(either =>
        either
          .where(begins =>
            begins.where('status', 'scheduled').where('from_at', '<=', now),
          )
          .orWhere('until_at', '<=', now),
      )
      .limit(mostValues);
    return this.#withUpdates(rows);
  }

  async listToPromise(by: Date) {
    const rows: NoticeRow[] = await this.#knex(notices)
      .whereNotNull('published_at')
      .whereIn('status', openStatuses)
      .where('next_update_due_at', '<=', by)
      .where(untold =>
        untold
          .whereNull('promise_told_for')
          .orWhereRaw('promise_told_for <> next_update_due_at'),
      )
      .limit(mostValues);
    return this.#withUpdates(rows);
  }

  async notePromiseTold({ id, version }: StoredNotice, also: Also) {
    return this.#knex.transaction(async transaction => {
      const written = await transaction(notices)
        .where({ id, version })
        .where(untold =>
          untold
            .whereNull('promise_told_for')
            .orWhereRaw('promise_told_for <> next_update_due_at'),
        )
        .update({
          promise_told_for: transaction.ref('next_update_due_at'),
        });
      if (written > 0) await also(transaction);
      return written > 0;
    });
  }

  async noteReminder(id: string, at: Date, unlessSince: Date, also: Also) {
    return this.#knex.transaction(async transaction => {
      const written = await transaction(notices)
        .where({ id })
        .where(rested =>
          rested
            .whereNull('reminded_at')
            .orWhere('reminded_at', '<=', unlessSince),
        )
        .update({ reminded_at: at });
      if (written > 0) await also(transaction);
      return written > 0;
    });
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(notices)
      .where('ended_at', '<', before)
      .orWhere(drafts =>
        drafts.whereNull('published_at').where('created_at', '<', before),
      )
      .delete();
  }

  /** The notices of some rows; one query for four hundred of them. */
  async #withUpdates(rows: readonly NoticeRow[]): Promise<StoredNotice[]> {
    const found = new Map<string, NoticeUpdateRow[]>();
    for (const some of chunksOf(rows, mostValues)) {
      const said: NoticeUpdateRow[] = await this.#knex(updates)
        .whereIn(
          'notice_id',
          some.map(({ id }) => id),
        )
        .orderBy('ordinal', 'desc');
      for (const row of said) {
        const others = found.get(row.notice_id);
        if (others) others.push(row);
        else found.set(row.notice_id, [row]);
      }
    }
    return rows.map(row =>
      toNotice(row, (found.get(row.id) ?? []).map(toUpdate)),
    );
  }
}

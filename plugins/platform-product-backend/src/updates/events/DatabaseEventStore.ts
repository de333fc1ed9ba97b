import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { insertOnce } from '../../database/insertOnce';
import { chunksOf, toDate } from '../../database/values';
import { Also } from '../../notifications/Notification';
import { Within } from '../../services/DigestSource';
import { importOnce } from '../importOnce';
import {
  changeOf,
  EventExceptionRow,
  EventRow,
  toEvent,
  toEventRow,
  toException,
  toExceptionRow,
} from './eventRows';
import { EventStore, StoredEvent, StoredException } from './EventStore';

const events = 'updates_events';
const exceptions = 'updates_event_exceptions';
const mostValues = 400;

/** Keeps events in the plugin's database. */
export class DatabaseEventStore implements EventStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(event: StoredEvent, key: string): Promise<StoredEvent> {
    const { id } = await insertOnce({
      knex: this.#knex,
      table: events,
      row: toEventRow(event, key),
      author: 'created_by',
      identity: ['entity_ref', 'kind', 'title', 'starts_at', 'time_zone'],
    });
    return (await this.get(id))!;
  }

  async addPast(event: StoredEvent): Promise<void> {
    await importOnce(this.#knex, event.id, async transaction => {
      await transaction(events).insert(toEventRow(event, event.id));
    });
  }

  async countNews({ since, until }: Within) {
    const rows: Array<{ entity_ref: string; total: number | string }> =
      await this.#knex(events)
        .where('published_at', '>', since)
        .where('published_at', '<=', until)
        .whereNull('cancelled_at')
        .groupBy('entity_ref')
        .select('entity_ref')
        .count({ total: '*' });
    return rows.map(row => ({
      entityRef: row.entity_ref,
      count: Number(row.total),
    }));
  }

  async countLive(entityRef: string, now: Date): Promise<number> {
    const [{ total }] = await this.#knex(events)
      .where('entity_ref', entityRef)
      .whereNull('cancelled_at')
      .where(live => live.whereNull('ends_at').orWhere('ends_at', '>', now))
      .count({ total: '*' });
    return Number(total);
  }

  async get(id: string): Promise<StoredEvent | undefined> {
    const rows: EventRow[] = await this.#knex(events).where({ id });
    const [found] = await this.#withExceptions(rows);
    return found;
  }

  async replace(event: StoredEvent, version: number, also?: Also) {
    const { id } = event;
    return this.#knex.transaction(async transaction => {
      const written = await transaction(events)
        .where({ id, version })
        .update(changeOf(event));
      if (!written) return false;
      await transaction(exceptions).where('event_id', id).delete();
      await insertMany(
        transaction,
        exceptions,
        event.exceptions.map(one => ({ ...toExceptionRow(one, id) })),
      );
      await also?.(transaction);
      return true;
    });
  }

  async removeDraft(id: string): Promise<boolean> {
    const removed = await this.#knex(events)
      .where({ id })
      .whereNull('published_at')
      .delete();
    return removed > 0;
  }

  async list(options: Parameters<EventStore['list']>[0]) {
    const { entityRef, withDrafts, offset, limit } = options;
    const matching = () => {
      const query = this.#knex(events).where('entity_ref', entityRef);
      return withDrafts ? query : query.whereNotNull('published_at');
    };
    const [{ total }] = await matching().count({ total: '*' });
    const rows: EventRow[] = await matching()
      .orderByRaw('case when published_at is null then 0 else 1 end')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .offset(offset)
      .limit(limit);
    return {
      items: await this.#withExceptions(rows),
      totalItems: Number(total),
    };
  }

  async listPublished(
    entityRefs: readonly string[],
    { from, until, limit }: Parameters<EventStore['listPublished']>[1],
  ) {
    const rows: EventRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      const query = this.#knex(events)
        .whereIn('entity_ref', some)
        .whereNotNull('published_at')
        .where('first_at', '<', until)
        .where(either =>
          either.whereNull('ends_at').orWhere('ends_at', '>', from),
        )
        .orderBy(['first_at', 'id']);
      if (limit !== undefined) query.limit(limit);
      rows.push(...(await query));
    }
    const inOrder = rows.sort(
      (one, other) =>
        +toDate(one.first_at) - +toDate(other.first_at) ||
        (one.id < other.id ? -1 : 1),
    );
    return this.#withExceptions(inOrder.slice(0, limit));
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(events)
      .where(over =>
        over.whereNotNull('published_at').where('ends_at', '<', before),
      )
      .orWhere(drafts =>
        drafts.whereNull('published_at').where('changed_at', '<', before),
      )
      .delete();
  }

  /** The events of some rows; one query for four hundred of them. */
  async #withExceptions(rows: readonly EventRow[]): Promise<StoredEvent[]> {
    const found = new Map<string, StoredException[]>();
    for (const some of chunksOf(rows, mostValues)) {
      const excepted: EventExceptionRow[] = await this.#knex(exceptions)
        .whereIn(
          'event_id',
          some.map(({ id }) => id),
        )
        .orderBy('original_start');
      for (const row of excepted) {
        const others = found.get(row.event_id) ?? [];
        found.set(row.event_id, [...others, toException(row)]);
      }
    }
    return rows.map(row => toEvent(row, found.get(row.id) ?? []));
  }
}

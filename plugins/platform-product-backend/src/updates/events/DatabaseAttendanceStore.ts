import { Knex } from 'knex';
import {
  chunksOf,
  DatabaseTime,
  toDate,
  toTimestamp,
} from '../../database/values';
import { Also } from '../../notifications/Notification';
import {
  AttendanceCount,
  AttendanceStore,
  AttendedTime,
  OccurrenceKey,
} from './AttendanceStore';

const events = 'updates_events';
const attendance = 'updates_event_attendance';
const mostValues = 400;

interface TimeRow {
  event_id: string;
  original_start: string;
  starts_at: DatabaseTime;
  ends_at: DatabaseTime;
}

const timeColumns = ['event_id', 'original_start', 'starts_at', 'ends_at'];

const toKey = ({ eventId, originalStart }: OccurrenceKey) => ({
  event_id: eventId,
  original_start: originalStart,
});

const toTime = (row: TimeRow): AttendedTime => ({
  eventId: row.event_id,
  originalStart: row.original_start,
  startsAt: toDate(row.starts_at),
  endsAt: toDate(row.ends_at),
});

/** Keeps who comes in the plugin's database. */
export class DatabaseAttendanceStore implements AttendanceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(options: Parameters<AttendanceStore['add']>[0]): Promise<boolean> {
    const { eventId, version, userRef, at, startsAt, endsAt, remind } = options;
    return this.#knex.transaction(async transaction => {
      // Nobody moves it until somebody who comes is written down, nor the other way round.
      const isSame = await transaction(events)
        .where({ id: eventId, version })
        .update({ version });
      if (!isSame) return false;
      await transaction(attendance)
        .insert({
          ...toKey(options),
          user_ref: userRef,
          said_at: at,
          starts_at: startsAt,
          ends_at: endsAt,
          reminded_at: remind ? null : at,
        })
        .onConflict(['event_id', 'original_start', 'user_ref'])
        .ignore();
      return true;
    });
  }

  async remove(options: Parameters<AttendanceStore['remove']>[0]) {
    await this.#knex(attendance)
      .where({ ...toKey(options), user_ref: options.userRef })
      .delete();
  }

  async has(options: Parameters<AttendanceStore['has']>[0]): Promise<boolean> {
    const row = await this.#knex(attendance)
      .where({ ...toKey(options), user_ref: options.userRef })
      .first('user_ref');
    return row !== undefined;
  }

  async countOwn({
    eventId,
    userRef,
    after,
  }: Parameters<AttendanceStore['countOwn']>[0]): Promise<number> {
    const [{ total }] = await this.#knex(attendance)
      .where({ event_id: eventId, user_ref: userRef })
      .where('ends_at', '>', after)
      .count({ total: '*' });
    return Number(total);
  }

  async count(eventIds: readonly string[], userRef: string | undefined) {
    const counts = new Map<string, AttendanceCount>();
    const nameOf = (one: OccurrenceKey) =>
      `${one.eventId} ${one.originalStart}`;
    for (const some of chunksOf([...new Set(eventIds)], mostValues)) {
      const of = () => this.#knex(attendance).whereIn('event_id', some);
      const rows: Array<TimeRow & { total: number | string }> = await of()
        .groupBy('event_id', 'original_start')
        .select('event_id', 'original_start')
        .count({ total: '*' });
      const own: TimeRow[] =
        userRef === undefined
          ? []
          : await of()
              .where('user_ref', userRef)
              .select('event_id', 'original_start');
      const keyOf = (row: TimeRow) =>
        nameOf({ eventId: row.event_id, originalStart: row.original_start });
      const ownKeys = new Set(own.map(keyOf));
      for (const row of rows) {
        const key = keyOf(row);
        counts.set(key, {
          coming: Number(row.total),
          isComing: ownKeys.has(key),
        });
      }
    }
    return (key: OccurrenceKey) =>
      counts.get(nameOf(key)) ?? { coming: 0, isComing: false };
  }

  async list(options: Parameters<AttendanceStore['list']>[0]) {
    const matching = () => this.#knex(attendance).where(toKey(options));
    const [{ total }] = await matching().count({ total: '*' });
    const rows: Array<{ user_ref: string; said_at: DatabaseTime }> =
      await matching()
        .orderBy(['said_at', 'user_ref'])
        .offset(options.offset)
        .limit(options.limit);
    return {
      items: rows.map(row => ({
        userRef: row.user_ref,
        at: toTimestamp(row.said_at),
      })),
      totalItems: Number(total),
    };
  }

  async listTimes(transaction: Knex.Transaction, eventId: string, now: Date) {
    const rows: TimeRow[] = await transaction(attendance)
      .where('event_id', eventId)
      .where('ends_at', '>', now)
      .distinct(timeColumns);
    return rows.map(toTime);
  }

  async listPeople(transaction: Knex.Transaction, key: OccurrenceKey) {
    return transaction(attendance)
      .where(toKey(key))
      .orderBy('user_ref')
      .pluck('user_ref');
  }

  async setTime(
    transaction: Knex.Transaction,
    time: Parameters<AttendanceStore['setTime']>[1],
  ): Promise<void> {
    await transaction(attendance)
      .where(toKey(time))
      .update({
        starts_at: time.startsAt,
        ends_at: time.endsAt,
        reminded_at: time.remind ? null : time.now,
      });
  }

  async removeAll(transaction: Knex.Transaction, key: OccurrenceKey) {
    await transaction(attendance).where(toKey(key)).delete();
  }

  async listToRemind({ after, by }: { after: Date; by: Date }) {
    const rows: TimeRow[] = await this.#knex(attendance)
      .whereNull('reminded_at')
      .where('starts_at', '>', after)
      .where('starts_at', '<=', by)
      .distinct(timeColumns)
      .limit(mostValues);
    return rows.map(toTime);
  }

  async noteReminded(
    key: OccurrenceKey & Pick<AttendedTime, 'startsAt'>,
    now: Date,
    also: Also<readonly string[]>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const rows: Array<{ user_ref: string }> = await transaction(attendance)
        .where(toKey(key))
        // It may have been moved meanwhile.
        .where('starts_at', key.startsAt)
        .whereNull('reminded_at')
        .update({ reminded_at: now })
        .returning('user_ref');
      const people = rows.map(row => row.user_ref);
      if (people.length) await also(transaction, people);
    });
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(attendance).where('ends_at', '<', before).delete();
  }
}

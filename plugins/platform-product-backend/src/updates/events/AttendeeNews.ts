import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { Notification } from '../../notifications/Notification';
import { Outbox } from '../../notifications/Outbox';
import { AttendanceStore, AttendedTime } from './AttendanceStore';
import {
  occurrenceCancelled,
  occurrenceMoved,
  occurrencePlanned,
} from './eventNotifications';
import { StoredEvent } from './EventStore';
import { occurrenceAt, occursAt, PlannedOccurrence } from './occurrences';
import { isRemindedAt } from './reminder';

interface Change {
  readonly entity: Entity;
  readonly kept: StoredEvent;
  readonly event: StoredEvent;
}

/** Tells those who have said that they come what becomes of it. */
export class AttendeeNews {
  readonly #store: AttendanceStore;
  readonly #outbox: Pick<Outbox, 'put'>;
  readonly #now: () => Date;

  constructor(options: {
    store: AttendanceStore;
    outbox: Pick<Outbox, 'put'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#outbox = options.outbox;
    this.#now = options.now;
  }

  /** Compares an event with what it was, in the transaction that changes it. */
  async tell(transaction: Knex.Transaction, change: Change): Promise<void> {
    const { kept, event } = change;
    const now = this.#now();
    for (const time of await this.#store.listTimes(transaction, kept.id, now)) {
      const next = nextOf(event, time);
      const before = nextOf(kept, time);
      const to = await this.#store.listPeople(transaction, time);
      const news = newsOf({ ...change, time, before, next, to });
      if (news) await this.#outbox.put(transaction, news);
      // Who is told nothing new is still to be reminded.
      if (!news && next) continue;
      if (next) {
        await this.#store.setTime(transaction, {
          eventId: time.eventId,
          ...next,
          // Of what is cancelled or at another time soon, the news are enough.
          remind: !next.isCancelled && isRemindedAt(next, now),
          now,
        });
      } else {
        await this.#store.removeAll(transaction, time);
      }
    }
  }
}

/** An occurrence as an event has it; nothing where it has none any more. */
function nextOf(
  event: StoredEvent,
  { originalStart }: AttendedTime,
): PlannedOccurrence | undefined {
  if (!occursAt(event, originalStart)) return undefined;
  const occurrence = occurrenceAt(event, originalStart);
  const { cancelledAt } = event;
  return cancelledAt && occurrence.startsAt >= new Date(cancelledAt)
    ? undefined
    : occurrence;
}

function newsOf(
  about: Change & {
    readonly time: AttendedTime;
    readonly before: PlannedOccurrence | undefined;
    readonly next: PlannedOccurrence | undefined;
    readonly to: readonly string[];
  },
): Notification | undefined {
  const { entity, kept, event, time, before, next, to } = about;
  const wasCancelled = before?.isCancelled ?? false;
  if (!next || next.isCancelled) {
    return wasCancelled
      ? undefined
      : occurrenceCancelled({
          entity,
          event: kept,
          occurrence: time,
          note: next?.note,
          to,
        });
  }
  const told = { entity, event, occurrence: next, to };
  if (wasCancelled) return occurrencePlanned(told);
  const isSame =
    +next.startsAt === +time.startsAt && +next.endsAt === +time.endsAt;
  return isSame
    ? undefined
    : occurrenceMoved({ ...told, before: time.startsAt, note: next.note });
}

import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { Outbox } from '../../notifications/Outbox';
import { AttendanceStore } from './AttendanceStore';
import { occurrenceSoon } from './eventNotifications';
import { EventStore } from './EventStore';
import { occurrenceAt } from './occurrences';
import { remindedBefore } from './reminder';

const day = 24 * 60 * 60 * 1000;
/** For how long it is kept who came, in milliseconds. */
const keepAttendanceFor = 30 * day;

/** What becomes of events by time alone: reminders, and what is forgotten. */
export class EventClock {
  readonly #store: EventStore;
  readonly #attendance: AttendanceStore;
  readonly #services: Pick<ServiceCatalog, 'getServices'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #keepFor: number;
  readonly #now: () => Date;

  constructor(options: {
    store: EventStore;
    attendance: AttendanceStore;
    services: Pick<ServiceCatalog, 'getServices'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    /** For how long events are kept once they are over, in milliseconds. */
    keepFor: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#attendance = options.attendance;
    this.#services = options.services;
    this.#outbox = options.outbox;
    this.#keepFor = options.keepFor;
    this.#now = options.now;
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#remind(signal);
    const now = +this.#now();
    await this.#attendance.forget(new Date(now - keepAttendanceFor));
    await this.#store.forget(new Date(now - this.#keepFor));
  }

  /** Each person once, whichever backend comes first: it is noted with what they are told. */
  async #remind(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const due = await this.#attendance.listToRemind({
      after: now,
      by: new Date(+now + remindedBefore),
    });
    for (const time of due) {
      signal.throwIfAborted();
      const event = await this.#store.get(time.eventId);
      if (!event) continue;
      const planned = occurrenceAt(event, time.originalStart);
      // Who said that they come while it was moved hears of no other time.
      const isOff =
        event.cancelledAt !== undefined ||
        planned.isCancelled ||
        +planned.startsAt !== +time.startsAt;
      if (isOff) continue;
      const [service] = await this.#services.getServices([event.entityRef]);
      await this.#attendance.noteReminded(
        time,
        now,
        async (transaction, to) => {
          if (!service) return;
          const { entity } = service;
          await this.#outbox.put(
            transaction,
            occurrenceSoon({ entity, event, occurrence: time, to }),
          );
        },
      );
    }
    if (due.length) await this.#outbox.wake();
  }
}

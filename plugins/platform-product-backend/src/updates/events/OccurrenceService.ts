import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ComingOccurrence,
  EventHead,
  EventOccurrence,
} from '@platform-product/backstage-plugin-common';
import { titleOf } from '../../catalog/titleOf';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { AttendanceCount, AttendanceStore } from './AttendanceStore';
import { ConcernedServices } from './ConcernedServices';
import { EventStore, StoredEvent } from './EventStore';
import {
  narrowWindow,
  occurrenceAt,
  occurrencesOf,
  occursAt,
  PlannedOccurrence,
  Window,
} from './occurrences';
import { isRemindedAt } from './reminder';

const day = 24 * 60 * 60 * 1000;
const usualDays = 90;
const mostDays = 366;
const mostOccurrences = 1_000;
/** An event may recur for ever. */
const mostAttended = 100;
/** Of more events, those that begin later are left out. */
const mostEvents = 250;

/** Which span of time somebody asks for, in ISO 8601. */
export interface AskedWindow {
  readonly from?: string;
  readonly until?: string;
}

const headOf = (event: StoredEvent): EventHead => ({
  id: event.id,
  entityRef: event.entityRef,
  kind: event.kind,
  title: event.title,
  text: event.text,
  place: event.place,
  link: event.link,
  timeZone: event.timeZone,
});

function toOccurrence(
  event: StoredEvent,
  planned: PlannedOccurrence,
  count: AttendanceCount,
): EventOccurrence {
  return {
    ...planned,
    ...count,
    event: headOf(event),
    startsAt: planned.startsAt.toISOString(),
    endsAt: planned.endsAt.toISOString(),
  };
}

/** When events take place, and who comes. */
export class OccurrenceService {
  readonly #store: EventStore;
  readonly #attendance: AttendanceStore;
  readonly #concerned: ConcernedServices;
  readonly #now: () => Date;

  constructor(options: {
    store: EventStore;
    attendance: AttendanceStore;
    concerned: ConcernedServices;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#attendance = options.attendance;
    this.#concerned = options.concerned;
    this.#now = options.now;
  }

  /**
   * Occurrences of published events of some services, the soonest first, up to a thousand
   * of them; four queries.
   *
   * @throws FieldError when the window is longer than a year, or ends before it begins
   */
  async list(
    entityRefs: readonly string[],
    asked: AskedWindow,
    userRef: string | undefined,
  ): Promise<EventOccurrence[]> {
    const window = this.#windowOf(asked);
    const events = await this.#store.listPublished(entityRefs, {
      ...window,
      limit: mostEvents,
    });
    const narrow = narrowWindow(events, window, mostOccurrences);
    const found = events
      .flatMap(event =>
        occurrencesOf(event, narrow).map(planned => ({ event, planned })),
      )
      .sort(
        (one, other) =>
          +one.planned.startsAt - +other.planned.startsAt ||
          (one.event.id < other.event.id ? -1 : 1),
      )
      .slice(0, mostOccurrences);
    const countOf = await this.#attendance.count(
      found.map(({ event }) => event.id),
      userRef,
    );
    return found.map(({ event, planned }) =>
      toOccurrence(
        event,
        planned,
        countOf({ eventId: event.id, originalStart: planned.originalStart }),
      ),
    );
  }

  /** The same of the services that concern a caller; as many queries and calls however many these are. */
  async listComing(
    asked: AskedWindow,
    caller: {
      readonly userRef: string | undefined;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<ComingOccurrence[]> {
    const { userRef } = caller;
    // Also where nothing concerns the caller, a bad window is one.
    this.#windowOf(asked);
    if (userRef === undefined) return [];
    const services = await this.#concerned.listVisible({ ...caller, userRef });
    const titles = new Map(
      services.map(({ entityRef, entity }) => [entityRef, titleOf(entity)]),
    );
    const found = await this.list([...titles.keys()], asked, userRef);
    return found.map(occurrence => ({
      ...occurrence,
      title: titles.get(occurrence.event.entityRef)!,
    }));
  }

  /**
   * Says that somebody comes; once for each person.
   *
   * @throws NotFoundError when there is no such occurrence
   * @throws ConflictError when nobody can come to it
   */
  async attend(
    event: StoredEvent,
    originalStart: string,
    userRef: string,
  ): Promise<EventOccurrence> {
    const planned = this.#find(event, originalStart);
    const now = this.#now();
    if (!event.publishedAt) throw new ConflictError('It is a draft');
    const isCancelled = planned.isCancelled || event.cancelledAt !== undefined;
    if (isCancelled) throw new ConflictError('It is cancelled');
    if (planned.endsAt <= now) throw new ConflictError('It is over');
    const own = { eventId: event.id, userRef, after: now };
    if ((await this.#attendance.countOwn(own)) >= mostAttended) {
      throw new ConflictError(
        `You come to ${mostAttended} times of it already; say so of later ones when they are nearer`,
      );
    }
    const key = { eventId: event.id, originalStart };
    const isAdded = await this.#attendance.add({
      ...key,
      version: event.version,
      startsAt: planned.startsAt,
      endsAt: planned.endsAt,
      userRef,
      at: now,
      remind: isRemindedAt(planned, now),
    });
    if (!isAdded) {
      const latest = await this.#store.get(event.id);
      if (!latest) throw new NotFoundError(`No event found '${event.id}'`);
      return this.attend(latest, originalStart, userRef);
    }
    const countOf = await this.#attendance.count([event.id], userRef);
    return toOccurrence(event, planned, countOf(key));
  }

  async unattend(
    { id }: Pick<StoredEvent, 'id'>,
    originalStart: string,
    userRef: string,
  ): Promise<void> {
    await this.#attendance.remove({ eventId: id, originalStart, userRef });
  }

  /** Whether somebody has said that they come, so that they may say that they do not. */
  async isComing(
    eventId: string,
    originalStart: string,
    userRef: string,
  ): Promise<boolean> {
    return this.#attendance.has({ eventId, originalStart, userRef });
  }

  /**
   * Who comes, for the team.
   *
   * @throws NotFoundError when there is no such occurrence
   * @throws FieldError when the cursor is not one of this list
   */
  async listAttendance(
    event: StoredEvent,
    originalStart: string,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ) {
    this.#find(event, originalStart);
    const list = `attendance ${event.id} ${originalStart}`;
    const offset = readOffset(list, cursor);
    const page = await this.#attendance.list({
      eventId: event.id,
      originalStart,
      offset,
      limit,
    });
    const { items, totalItems } = page;
    return {
      items,
      totalItems,
      pageInfo: {
        nextCursor: nextCursor(list, {
          offset,
          size: items.length,
          totalItems,
        }),
      },
    };
  }

  #find(event: StoredEvent, originalStart: string): PlannedOccurrence {
    if (!occursAt(event, originalStart)) {
      throw new NotFoundError(`No occurrence found '${originalStart}'`);
    }
    return occurrenceAt(event, originalStart);
  }

  #windowOf(asked: AskedWindow): Window {
    const from = asked.from ? new Date(asked.from) : this.#now();
    const until = asked.until
      ? new Date(asked.until)
      : new Date(+from + usualDays * day);
    if (until <= from) throw new FieldError('until', 'must be after `from`');
    if (+until - +from > mostDays * day) {
      throw new FieldError('until', 'must be within 366 days after `from`');
    }
    return { from, until };
  }
}

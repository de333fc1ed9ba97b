import { randomUUID } from 'crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  EventInput,
  NewEvent,
  OccurrenceChange,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Outbox } from '../../notifications/Outbox';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { AttendeeNews } from './AttendeeNews';
import { EventStore, StoredEvent, StoredException } from './EventStore';
import { instantOf, isKnownZone, isOnClocks } from './localTimes';
import { occurrenceAt, occursAt, spanOf } from './occurrences';

/** More would make a list of exceptions of what is a rule. */
const mostExceptions = 100;
/** More than anybody wants to choose from. */
const mostLive = 100;

const byStart = (one: StoredException, other: StoredException) =>
  one.originalStart < other.originalStart ? -1 : 1;

const hasMoved = () =>
  new ConflictError('The event has moved meanwhile; look at it again');

/** An event as people see it: without what only calendars have to hear. */
export function shownEvent({
  changedAt: _,
  exceptions,
  ...event
}: StoredEvent): ServiceEvent {
  return {
    ...event,
    exceptions: exceptions
      .filter(({ isCancelled, startsAt }) => isCancelled || startsAt)
      .map(({ changedAt: __, ...exception }) => exception),
  };
}

/** The rules of events: drafts, publishing, and what changes since. */
export class EventService {
  readonly #store: EventStore;
  readonly #news: AttendeeNews;
  readonly #outbox: Pick<Outbox, 'wake'>;
  readonly #now: () => Date;

  constructor(options: {
    store: EventStore;
    news: AttendeeNews;
    outbox: Pick<Outbox, 'wake'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#news = options.news;
    this.#outbox = options.outbox;
    this.#now = options.now;
  }

  /**
   * A page of a service's events; drafts for its team alone. Three queries.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async list(options: {
    readonly entityRef: string;
    readonly isTeam: boolean;
    readonly cursor?: string;
    readonly limit: number;
  }) {
    const { entityRef, isTeam, cursor, limit } = options;
    const list = `events ${entityRef} ${isTeam}`;
    const offset = readOffset(list, cursor);
    const { items, totalItems } = await this.#store.list({
      entityRef,
      withDrafts: isTeam,
      offset,
      limit,
    });
    const page = { offset, size: items.length, totalItems };
    return {
      items: items.map(shownEvent),
      totalItems,
      pageInfo: { nextCursor: nextCursor(list, page) },
    };
  }

  async find(id: string): Promise<StoredEvent | undefined> {
    return this.#store.get(id);
  }

  /**
   * Plans an event, once for a person and key.
   *
   * @throws FieldError when its time can't be, or is over where it is to be published
   * @throws ConflictError when there are too many already
   */
  async add(
    { entityRef }: ServiceEntity,
    { publish, ...input }: NewEvent,
    author: { readonly by: string; readonly idempotencyKey?: string },
  ): Promise<StoredEvent> {
    const { by, idempotencyKey = randomUUID() } = author;
    const now = this.#now().toISOString();
    const event: StoredEvent = {
      ...input,
      id: randomUUID(),
      entityRef,
      exceptions: [],
      sequence: 0,
      publishedAt: publish ? now : undefined,
      version: 1,
      createdBy: by,
      createdAt: now,
      changedAt: now,
    };
    checkTimes(event);
    if (publish) this.#checkToCome(event);
    if ((await this.#store.countLive(entityRef, this.#now())) >= mostLive) {
      throw new ConflictError(
        `A service has no more than ${mostLive} events to come; cancel one, or let one recur`,
      );
    }
    return this.#store.add(event, idempotencyKey);
  }

  /**
   * Plans an event anew. Exceptions of times at which it does not take place any more are
   * gone; who wanted to come then is told, as is who comes at another time.
   *
   * @throws FieldError when its time can't be
   * @throws ConflictError when it is cancelled, or has moved since that version
   */
  async change(
    { entity }: ServiceEntity,
    kept: StoredEvent,
    { version, ...input }: EventInput & { readonly version: number },
  ): Promise<StoredEvent> {
    this.#checkVersion(kept, version);
    const {
      text: _,
      place: __,
      link: ___,
      recurrence: ____,
      ...lasting
    } = kept;
    const planned = { ...lasting, ...input };
    checkTimes(planned);
    const next = {
      ...planned,
      exceptions: kept.exceptions.filter(
        ({ originalStart, startsAt }) =>
          occursAt(planned, originalStart) &&
          (!startsAt || isOnClocks(startsAt, planned.timeZone)),
      ),
    };
    return this.#replace(kept, next, entity);
  }

  /**
   * Lets users see a draft.
   *
   * @throws FieldError when it is over already
   * @throws ConflictError when it is published, or has moved since that version
   */
  async publish(
    { entity }: ServiceEntity,
    kept: StoredEvent,
    version: number,
  ): Promise<StoredEvent> {
    if (kept.publishedAt) throw new ConflictError('It is published already');
    this.#checkVersion(kept, version);
    this.#checkToCome(kept);
    const publishedAt = this.#now().toISOString();
    return this.#replace(kept, { ...kept, publishedAt }, entity);
  }

  /** Throws a draft away, or cancels what is published; twice does no more than once. */
  async remove({ entity }: ServiceEntity, kept: StoredEvent): Promise<void> {
    if (await this.#store.removeDraft(kept.id)) return;
    let event: StoredEvent | undefined = kept;
    while (event && !event.cancelledAt) {
      const cancelledAt = this.#now().toISOString();
      const next: StoredEvent = { ...event, cancelledAt };
      if (await this.#tryReplace(event, next, entity)) return;
      // Somebody has changed it meanwhile, which does not keep it from being cancelled.
      event = await this.#store.get(kept.id);
    }
  }

  /**
   * Cancels or moves one occurrence, or takes that back; who comes is told.
   *
   * @throws NotFoundError when it has no occurrence at that time
   * @throws FieldError when it can't be moved there
   * @throws ConflictError when it is cancelled, has moved since that version, or is to be
   * moved and is over
   */
  async changeOccurrence(
    { entity }: ServiceEntity,
    kept: StoredEvent,
    originalStart: string,
    { version, state, ...change }: OccurrenceChange,
  ): Promise<StoredEvent> {
    this.#checkVersion(kept, version);
    if (!occursAt(kept, originalStart)) {
      throw new NotFoundError(`No occurrence found '${originalStart}'`);
    }
    const { startsAt } = change;
    if (startsAt !== undefined) {
      checkOnClocks(startsAt, kept.timeZone);
      if (occurrenceAt(kept, originalStart).endsAt <= this.#now()) {
        throw new ConflictError('It is over, and can’t be moved any more');
      }
      if (instantOf(startsAt, kept.timeZone) <= this.#now()) {
        throw new FieldError('startsAt', 'must not be over');
      }
    }
    const others = kept.exceptions.filter(
      one => one.originalStart !== originalStart,
    );
    if (others.length >= mostExceptions) {
      throw new ConflictError(
        `An event has no more than ${mostExceptions} exceptions; plan it anew`,
      );
    }
    const exception: StoredException = {
      ...change,
      originalStart,
      isCancelled: state === 'cancelled',
      changedAt: this.#now().toISOString(),
    };
    const exceptions = [...others, exception].sort(byStart);
    return this.#replace(kept, { ...kept, exceptions }, entity);
  }

  async #replace(
    kept: StoredEvent,
    next: StoredEvent,
    entity: ServiceEntity['entity'],
  ): Promise<StoredEvent> {
    const written = await this.#tryReplace(kept, next, entity);
    if (!written) throw hasMoved();
    return written;
  }

  /** Whatever changes, calendars have to see that it is newer than what they have. */
  async #tryReplace(
    kept: StoredEvent,
    next: StoredEvent,
    entity: ServiceEntity['entity'],
  ): Promise<StoredEvent | undefined> {
    const event: StoredEvent = {
      ...next,
      sequence: kept.sequence + 1,
      version: kept.version + 1,
      changedAt: this.#now().toISOString(),
    };
    const isWritten = await this.#store.replace(
      event,
      kept.version,
      transaction => this.#news.tell(transaction, { entity, kept, event }),
    );
    await this.#outbox.wake();
    return isWritten ? event : undefined;
  }

  #checkVersion(event: StoredEvent, version: number): void {
    if (event.cancelledAt) throw new ConflictError('The event is cancelled');
    if (event.version !== version) throw hasMoved();
  }

  #checkToCome(event: StoredEvent): void {
    const { endsAt } = spanOf(event);
    if (endsAt && endsAt <= this.#now()) {
      throw new FieldError('startsAt', 'must not be over');
    }
  }
}

/** Clocks have to show the time at which it begins, and calendars to know the zone. */
/** @throws FieldError when its zone or its time can’t be */
export function checkTimes(event: StoredEvent): void {
  if (!isKnownZone(event.timeZone)) {
    throw new FieldError(
      'timeZone',
      'must be an IANA time zone, such as Europe/Berlin',
    );
  }
  checkOnClocks(event.startsAt, event.timeZone);
}

function checkOnClocks(startsAt: string, timeZone: string): void {
  if (isOnClocks(startsAt, timeZone)) return;
  throw new FieldError(
    'startsAt',
    'must be a time that clocks of its time zone show',
  );
}

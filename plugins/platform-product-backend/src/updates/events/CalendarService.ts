import { createHash, randomBytes } from 'crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  CalendarLink,
  MadeCalendarLink,
} from '@platform-product/backstage-plugin-common';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { calendarFile, cancelledFor } from './calendarFile';
import { CalendarStore, StoredLink } from './CalendarStore';
import { ConcernedServices } from './ConcernedServices';
import { EventStore } from './EventStore';

const hour = 60 * 60 * 1000;
const year = 365 * 24 * hour;
const secretBytes = 32;
/** More than a calendar app takes in with pleasure. */
const mostEvents = 1_000;

interface Caller {
  readonly userRef: string;
  readonly credentials: BackstageCredentials;
}

/** The secret is long and random, so that no salt has to keep it from being guessed. */
const hashOf = (secret: string) =>
  createHash('sha256').update(secret).digest('hex');

/** Calendars of services, and of people by their secret links. */
export class CalendarService {
  readonly #store: CalendarStore;
  readonly #events: EventStore;
  readonly #concerned: ConcernedServices;
  readonly #trust: number;
  readonly #now: () => Date;

  constructor(options: {
    store: CalendarStore;
    events: EventStore;
    concerned: ConcernedServices;
    /** For how long it counts what somebody could read when they were here, in milliseconds. */
    trust: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#events = options.events;
    this.#concerned = options.concerned;
    this.#trust = options.trust;
    this.#now = options.now;
  }

  /** The events of one service. */
  async fileOf(service: ServiceEntity): Promise<string> {
    return this.#fileOf(titleOf(service.entity), [service]);
  }

  async getLink(caller: Caller): Promise<CalendarLink> {
    const link = await this.#ownLink(caller.userRef);
    if (link) await this.noteRights(caller);
    return { createdAt: link?.createdAt.toISOString() };
  }

  /**
   * Makes a link, which takes the place of the one before.
   *
   * @throws ConflictError when the catalog does not know the person: the link would lead
   * nowhere
   */
  async makeLink(caller: Caller): Promise<MadeCalendarLink> {
    const { userRef } = caller;
    const userUid = await this.#concerned.findUid(userRef);
    if (userUid === undefined) {
      throw new ConflictError('You are no User of the catalog');
    }
    const secret = randomBytes(secretBytes).toString('base64url');
    const at = this.#now();
    await this.#store.putLink({
      userRef,
      userUid,
      secretHash: hashOf(secret),
      at,
    });
    await this.noteRights(caller);
    return { secret, createdAt: at.toISOString() };
  }

  async revokeLink(userRef: string): Promise<void> {
    await this.#store.removeLink(userRef);
  }

  /**
   * Notes what a caller with a link can read now, once an hour at most: nobody can ask
   * the permission framework on behalf of somebody who is not there.
   */
  async noteRights(caller: Caller): Promise<void> {
    const { userRef } = caller;
    const known = await this.#store.getLink(userRef);
    const now = this.#now();
    const { checkedAt } = known ?? {};
    if (!known || (checkedAt && +now - +checkedAt < hour)) return;
    if (!(await this.#ownLink(userRef))) return;
    const services = await this.#concerned.listVisible(caller);
    await this.#store.putRights({
      userRef,
      entityRefs: services.map(({ entityRef }) => entityRef),
      at: now,
    });
  }

  /**
   * What concerns the person whose link it is, of the services that they could read when
   * they were last here.
   *
   * @throws NotFoundError when there is no such link, or its person is gone; nobody can
   * tell which
   */
  async read(secret: string): Promise<string> {
    const link = await this.#store.findLink(hashOf(secret));
    if (!link || !(await this.#isOfSame(link))) {
      throw new NotFoundError('No calendar found');
    }
    const since = new Date(+this.#now() - this.#trust);
    const readable = await this.#store.listRights(link.userRef, since);
    const services = await this.#concerned.listOfAbsent(link.userRef, readable);
    return this.#fileOf('Events of your platforms', services);
  }

  /** The link that somebody has; not what a person of the same name has left behind. */
  async #ownLink(userRef: string): Promise<StoredLink | undefined> {
    const link = await this.#store.getLink(userRef);
    if (!link || (await this.#isOfSame(link))) return link;
    await this.revokeLink(userRef);
    return undefined;
  }

  /** Whether the catalog still has the very person who made a link. */
  async #isOfSame({ userRef, userUid }: StoredLink): Promise<boolean> {
    return (await this.#concerned.findUid(userRef)) === userUid;
  }

  async #fileOf(
    name: string,
    services: readonly ServiceEntity[],
  ): Promise<string> {
    const now = this.#now();
    const titles = new Map(
      services.map(({ entityRef, entity }) => [entityRef, titleOf(entity)]),
    );
    const events = await this.#events.listPublished([...titles.keys()], {
      from: new Date(+now - cancelledFor),
      until: new Date(+now + 2 * year),
      limit: mostEvents,
    });
    return calendarFile({
      name,
      now,
      events: events.map(event => ({
        event,
        serviceTitle: titles.get(event.entityRef)!,
      })),
    });
  }
}

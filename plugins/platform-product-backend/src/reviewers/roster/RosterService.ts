import { NotFoundError } from '@backstage/errors';
import {
  RosterEntry,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';
import {
  putForward,
  RosterSide,
  rosterStatus,
} from '@platform-product/backstage-plugin-common/rules';
import { Also } from '../../notifications/Notification';
import { FieldError } from '../../operations/FieldError';
import { AvailabilityService } from '../availability/AvailabilityService';
import { IdentityService } from '../identities/IdentityService';
import { isInside } from '../identities/isInside';
import { LoadService } from '../LoadService';
import { RosterStore, StoredRosterEntry } from './RosterStore';

/** The rules of rosters: nobody is on one without both sides' consent. */
export class RosterService {
  readonly #store: RosterStore;
  readonly #identities: IdentityService;
  readonly #availability: AvailabilityService;
  readonly #load: LoadService;
  readonly #now: () => Date;

  constructor(options: {
    store: RosterStore;
    identities: IdentityService;
    availability: AvailabilityService;
    load: LoadService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#identities = options.identities;
    this.#availability = options.availability;
    this.#load = options.load;
    this.#now = options.now;
  }

  get today(): string {
    return this.#now().toISOString().slice(0, 10);
  }

  statusOf(entry: StoredRosterEntry) {
    return rosterStatus(entry, this.today);
  }

  /**
   * Puts terms forward for a person, by themselves or by the owners.
   *
   * @throws FieldError when the catalog does not know the person or the sponsor,
   * or the terms end in the past
   */
  async putForward(options: {
    readonly entityRef: string;
    readonly userRef: string;
    readonly side: RosterSide;
    readonly by: string;
    readonly terms: RosterTerms;
    /** Null for nobody; as before where it is left out. */
    readonly sponsor?: string | null;
    readonly also?: Also<StoredRosterEntry>;
  }): Promise<StoredRosterEntry> {
    const { entityRef, userRef, side, by, terms, sponsor } = options;
    if (terms.endsOn && terms.endsOn < this.today) {
      throw new FieldError('endsOn', 'must not be in the past');
    }
    const named = sponsor ? [userRef, sponsor] : [userRef];
    const known = await this.#identities.getPeople(named);
    const missing = named.find(ref => !known.has(ref));
    if (missing) {
      throw new FieldError(
        missing === sponsor ? 'sponsor' : 'userRef',
        `the catalog has no User '${missing}'`,
      );
    }
    if (sponsor && sponsor !== by)
      await this.#requireActive(entityRef, sponsor);
    const now = this.#now();
    return this.#store.update(
      { entityRef, userRef },
      entry => {
        // After leaving, a person starts over.
        const goesOn =
          entry &&
          ['active', 'invited', 'offered'].includes(this.statusOf(entry));
        const before = goesOn ? entry : undefined;
        const after = putForward(before ?? {}, side, terms);
        const isNewlyAgreed = after.agreed && !before?.agreed;
        return {
          entityRef,
          userRef,
          ...after,
          proposedBy: after.proposed ? by : undefined,
          sponsor: sponsor === null ? undefined : sponsor ?? before?.sponsor,
          agreedAt: isNewlyAgreed ? now.toISOString() : before?.agreedAt,
          emeritusSince: before ? before.emeritusSince : emeritusSince(entry),
        };
      },
      now,
      options.also,
    );
  }

  /** Nobody is made a sponsor who reviews for nobody. */
  async #requireActive(entityRef: string, sponsor: string): Promise<void> {
    const active = await this.listActive([entityRef]);
    if (!active.some(({ userRef }) => userRef === sponsor)) {
      throw new FieldError(
        'sponsor',
        'must be an active reviewer here, or you',
      );
    }
  }

  /**
   * Ends a person's time on a roster, or what was put forward.
   *
   * @throws NotFoundError when the person is not on it
   */
  async remove(
    entityRef: string,
    userRef: string,
    also?: Also<StoredRosterEntry>,
  ): Promise<StoredRosterEntry> {
    const now = this.#now();
    return this.#store.update(
      { entityRef, userRef },
      entry => {
        if (!entry || entry.leftAt) {
          throw new NotFoundError(
            `'${userRef}' is not on the roster of '${entityRef}'`,
          );
        }
        return {
          ...entry,
          proposed: undefined,
          proposedBy: undefined,
          leftAt: now.toISOString(),
        };
      },
      now,
      also,
    );
  }

  /** Everybody on the roster, as everybody may see them. */
  async list(
    entityRef: string,
    team: readonly string[],
  ): Promise<RosterEntry[]> {
    const entries = await this.#store.list([entityRef]);
    return this.describe(entries, team);
  }

  /** An entry with what others may know of the person; a few queries. */
  async describeOne(
    entry: StoredRosterEntry,
    team: readonly string[],
  ): Promise<RosterEntry> {
    const [described] = await this.describe([entry], team);
    return described;
  }

  /** Entries with what others may know of the people; a few queries. */
  async describe(
    entries: readonly StoredRosterEntry[],
    team: readonly string[],
  ): Promise<RosterEntry[]> {
    const userRefs = entries.map(({ userRef }) => userRef);
    const people = await this.#identities.getPeople(userRefs);
    const [availability, open] = await Promise.all([
      this.#availability.list(userRefs),
      this.#load.countOpen(people),
    ]);
    return entries.map(entry => {
      const { userRef, agreed, proposed, sponsor, agreedAt, leftAt } = entry;
      const there = availability.get(userRef);
      const person = people.get(userRef);
      const status = this.statusOf(entry);
      const isHere = ['active', 'invited', 'offered'].includes(status);
      return {
        userRef,
        status,
        agreed,
        proposed: proposed && { ...proposed.terms, by: proposed.by },
        sponsor,
        since: agreedAt,
        leftAt: leftAt ?? (isHere ? undefined : endOf(agreed)),
        isOutside: !isInside(person, userRef, team),
        isKnown: Boolean(person),
        openReviews: open.get(userRef) ?? 0,
        maxOpenReviews: there?.maxOpenReviews ?? 0,
        onRotation: there?.onRotation ?? true,
        timeZone: there?.timeZone,
        awayUntil: there?.awayUntil,
      };
    });
  }

  /** The rosters that a person is on. */
  async listOf(userRef: string): Promise<StoredRosterEntry[]> {
    const entries = await this.#store.listOf(userRef);
    return entries.filter(entry => this.statusOf(entry) !== 'gone');
  }

  /** Terms for some services that people have put forward themselves; one query. */
  async listOffers(
    entityRefs: readonly string[],
  ): Promise<StoredRosterEntry[]> {
    if (!entityRefs.length) return [];
    const entries = await this.#store.list(entityRefs);
    return entries.filter(
      ({ proposed, leftAt }) => proposed?.by === 'person' && !leftAt,
    );
  }

  /** Everybody who is active for some services; one query. */
  async listActive(
    entityRefs: readonly string[],
  ): Promise<StoredRosterEntry[]> {
    const entries = await this.#store.list(entityRefs);
    return entries.filter(entry => this.statusOf(entry) === 'active');
  }

  /** Everybody who is active anywhere; one query. */
  async listAllActive(): Promise<StoredRosterEntry[]> {
    const entries = await this.#store.listAll();
    return entries.filter(entry => this.statusOf(entry) === 'active');
  }
}

/** Nobody's thanks are taken back when they are asked again. */
function emeritusSince(
  entry: StoredRosterEntry | undefined,
): string | undefined {
  if (!entry?.agreed) return entry?.emeritusSince;
  return entry.leftAt ?? endOf(entry.agreed);
}

function endOf(terms: RosterTerms | undefined): string | undefined {
  return terms?.endsOn && `${terms.endsOn}T23:59:59.999Z`;
}

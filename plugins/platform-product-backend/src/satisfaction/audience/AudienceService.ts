import { Round } from '@platform-product/backstage-plugin-common';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { Reassess } from '../../maturity/Levels';
import { GroupTree } from '../../people/GroupTree';
import { ServiceUsers } from '../../people/ServiceUsers';
import { teamOf } from '../../people/teamOf';
import { Follows } from '../../updates/Follows';
import { kindOf } from '../../catalog/kindOf';
import { ContactStore } from './ContactStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const daysBetween = 90;

/** Who is asked to rate a service, and how often; their digest tells them. */
export class AudienceService {
  readonly #users: ServiceUsers;
  readonly #follows: Pick<Follows, 'listFollowers'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;
  readonly #catalog: ServiceCatalog;
  readonly #contacts: ContactStore;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    users: ServiceUsers;
    follows: Pick<Follows, 'listFollowers'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
    catalog: ServiceCatalog;
    contacts: ContactStore;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#users = options.users;
    this.#follows = options.follows;
    this.#groups = options.groups;
    this.#catalog = options.catalog;
    this.#contacts = options.contacts;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /** How many people of how many teams an invitation is meant for. */
  async describe({
    entityRef,
    entity,
  }: ServiceEntity): Promise<{ people: number; teams: number }> {
    const byOwner = await this.#users.findByOwner([{ entityRef, entity }]);
    const owners = byOwner.get(entityRef) ?? new Map();
    const audience = await this.#withoutTeams(
      [{ entityRef, entity }],
      new Map([
        [entityRef, new Set([...owners.values()].flatMap(o => [...o]))],
      ]),
    );
    const people = audience.get(entityRef) ?? new Set();
    const teams = [...owners].filter(
      ([owner, inside]) =>
        kindOf(owner) === 'group' && [...inside].some(ref => people.has(ref)),
    );
    return { people: people.size, teams: teams.length };
  }

  /**
   * Invites the people who use a service, but for those who were asked for it in 90
   * days. Their next digest says so, unless they have answered by then; who was asked
   * for other services lately hears of all that are wanted later, so that no service
   * takes another's turn.
   */
  async invite(
    { entityRef, entity }: ServiceEntity,
    round: Pick<Round, 'id'>,
  ): Promise<{ asked: number; invited: number }> {
    const people = await this.#findPeopleOf([{ entityRef, entity }]);
    const userRefs = [...(people.get(entityRef) ?? [])];
    const now = this.#now();
    const invited = await this.#contacts.claim({
      entityRef,
      roundId: round.id,
      userRefs,
      at: now,
      notForService: new Date(+now - daysBetween * millisecondsPerDay),
    });
    await this.#reassess(entityRef);
    return { asked: userRefs.length, invited: invited.length };
  }

  /** Notes that somebody has seen that a rating is wanted, or declines. */
  async note(contact: {
    readonly entityRef: string;
    readonly roundId: string;
    readonly userRef: string;
    readonly outcome: 'seen' | 'declined';
  }): Promise<void> {
    await this.#contacts.note({ ...contact, at: this.#now() });
  }

  /** Forgets who was asked before, but for the open round. */
  async forget(before: Date, openRoundId?: string): Promise<void> {
    await this.#contacts.forget({ before, exceptRoundId: openRoundId });
  }

  /**
   * How many people use services; three catalog calls, one for each level of
   * groups, and a query.
   */
  async countPeople(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const services = await this.#catalog.getServices(entityRefs);
    const people = await this.#findPeopleOf(services);
    return new Map([...people].map(([ref, { size }]) => [ref, size]));
  }

  /** Those who use services, but for the teams, who don't rate their own. */
  async #findPeopleOf(
    services: readonly ServiceEntity[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    return this.#withoutTeams(services, await this.#users.find(services));
  }

  /** The same, of owners who are known, with followers. */
  async #withoutTeams(
    services: readonly ServiceEntity[],
    people: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const [followers, teams] = await Promise.all([
      this.#follows.listFollowers(services.map(({ entityRef }) => entityRef)),
      this.#groups.findPeopleInside(
        services.flatMap(({ entity }) => teamOf(entity)),
      ),
    ]);
    return new Map(
      services.map(({ entityRef, entity }) => {
        const users = new Set([
          ...(people.get(entityRef) ?? []),
          ...(followers.get(entityRef) ?? []),
        ]);
        for (const ref of teamOf(entity)) {
          teams.get(ref)?.forEach(member => users.delete(member));
        }
        return [entityRef, users];
      }),
    );
  }

  /** The rounds in which anybody was invited, by service; one query. */
  async listInvited(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    return this.#contacts.listInvited(entityRefs);
  }
}

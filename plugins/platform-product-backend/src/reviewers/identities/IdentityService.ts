import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SourcePerson } from '@platform-product/backstage-plugin-node';
import { LRUCache } from 'lru-cache';
import { targetsOf } from '../../catalog/targetsOf';
import { GroupTree } from '../../people/GroupTree';
import { createMemory } from '../../memory/createMemory';
import { chunksOf } from '../../database/values';
import { accountsOf } from './accountsOf';
import { AccountStore } from './AccountStore';
import { IdentityConfig } from './IdentityConfig';
import { LoginHost, teamValuesOf, valuesOf } from './loginAnnotation';
import { idAnnotationOf, namesOf } from './namesOf';
import { personKey, readPersonKey } from './personKey';

/** A User of the catalog. */
export interface KnownPerson {
  readonly userRef: string;
  /** As people call them. */
  readonly name: string;
  /** Refs of the groups that the person is a direct member of. */
  readonly groups: readonly string[];
  /** Refs of all groups that the person is inside, however deep. */
  readonly within: readonly string[];
  /** Person keys under which sources may know the person. */
  readonly keys: readonly string[];
}

/** Without the groups below, the members of a group are those that it has itself. */
type GroupsOfPeople = Pick<GroupTree, 'findGroupsAboveEach'> &
  Partial<Pick<GroupTree, 'findPeopleInside'>>;

/** What a name stands for; nothing, where the catalog does not know it. */
type Memory<T> = LRUCache<string, { readonly found: T | undefined }>;

const rememberFor = 5 * 60 * 1000;
const mostRemembered = 50_000;
const mostKeys = 200;
/** More than any number of people that so many keys stand for. */
const mostEntities = 1000;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'metadata.title',
  'spec.profile.email',
  'spec.profile.displayName',
  'relations',
];

const refOf = (entity: Entity) =>
  stringifyEntityRef(entity).toLocaleLowerCase('en-US');

function nameOf({ metadata, spec }: Entity): string {
  const { profile } = (spec ?? {}) as { profile?: { displayName?: unknown } };
  const name = profile?.displayName;
  return typeof name === 'string' && name
    ? name
    : metadata.title || metadata.name;
}

const emailOf = ({ spec }: Entity): string | undefined => {
  const { profile } = (spec ?? {}) as { profile?: { email?: unknown } };
  return typeof profile?.email === 'string' ? profile.email : undefined;
};

function isOneOf(field: string, values: readonly string[]): FilterPredicate {
  return { [field]: { $in: [...values] } } as FilterPredicate;
}

/**
 * Finds the catalog's Users and Groups behind logins and e-mail addresses:
 * through the configured mapping, the login annotations of the entities, or
 * e-mail. Answers are remembered for some minutes.
 */
export class IdentityService {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #config: IdentityConfig;
  readonly #remembered: Memory<KnownPerson>;
  readonly #rememberedTeams: Memory<readonly string[]>;
  readonly #rememberedRefs: Memory<KnownPerson>;
  readonly #rememberedAbove: Memory<ReadonlySet<string>>;
  readonly #groups: GroupsOfPeople;
  readonly #accounts?: AccountStore;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    config: IdentityConfig;
    groups: GroupsOfPeople;
    /** Who has had which login; without it, a login is known by its name alone. */
    accounts?: AccountStore;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#config = options.config;
    const memory = { max: mostRemembered, ttl: rememberFor, now: options.now };
    this.#remembered = createMemory(memory);
    this.#rememberedTeams = createMemory(memory);
    this.#rememberedRefs = createMemory(memory);
    this.#rememberedAbove = createMemory(memory);
    this.#groups = options.groups;
    this.#accounts = options.accounts;
  }

  /** Notes which accounts have which logins by now. */
  async noteAccounts(people: readonly SourcePerson[]): Promise<void> {
    const isNew = await this.#accounts?.note(accountsOf(people));
    if (!isNew) return;
    this.#remembered.clear();
    this.#rememberedRefs.clear();
  }

  /** Forgets the accounts of whom no review history names any more. */
  async forgetAccounts(): Promise<void> {
    await this.#accounts?.forgetUnused();
  }

  /** The Users behind person keys; unknown people are left out. */
  async findPeople(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    return this.#remember(this.#remembered, keys, some => this.#lookUp(some));
  }

  /** Users by their refs, unknown ones left out. */
  async getPeople(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    return this.#remember(this.#rememberedRefs, userRefs, async some => {
      const users = await this.#getEntities(some);
      const people = await this.#toPeople([...users.values()]);
      return new Map(
        [...users.keys()].map((userRef, index) => [userRef, people[index]]),
      );
    });
  }

  /** What to call a User; the ref where the catalog does not know them. */
  async getName(userRef: string): Promise<string> {
    return (await this.getPeople([userRef])).get(userRef)?.name ?? userRef;
  }

  /** Looks up what is not remembered, with one call for many. */
  async #remember<T>(
    remembered: Memory<T>,
    names: readonly string[],
    lookUp: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyMap<string, T>> {
    const answer = new Map<string, T>();
    const unknown: string[] = [];
    for (const name of new Set(names)) {
      const known = remembered.get(name);
      if (!known) unknown.push(name);
      else if (known.found !== undefined) answer.set(name, known.found);
    }
    for (const some of chunksOf(unknown, mostKeys)) {
      const looked = await lookUp(some);
      for (const name of some) {
        const found = looked.get(name);
        remembered.set(name, { found });
        if (found !== undefined) answer.set(name, found);
      }
    }
    return answer;
  }

  /**
   * The people inside groups as a forge names them, such as `org/team`, with those of the
   * groups below. Groups that the catalog does not know are left out.
   */
  async findTeams(
    host: string,
    teams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const names = this.#config.hosts.get(host);
    if (!names || !teams.length) return new Map();
    const { group: annotation, baseUrl } = names;
    const members = await this.#remember(
      this.#rememberedTeams,
      teams.map(team => `${host}/${team}`),
      some => this.#lookUpTeams(some, { annotation, host, baseUrl }),
    );
    return new Map(
      [...members].map(([name, refs]) => [name.slice(host.length + 1), refs]),
    );
  }

  async #lookUpTeams(
    names: readonly string[],
    place: LoginHost & { readonly annotation: string },
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { annotation, host } = place;
    const values = new Map(
      names.map(name => [
        name,
        teamValuesOf(name.slice(host.length + 1), place),
      ]),
    );
    const { items } = await this.#catalog.queryEntities(
      {
        query: {
          $all: [
            { kind: 'Group' },
            isOneOf(
              `metadata.annotations.${annotation}`,
              [...values.values()].flat(),
            ),
          ],
        },
        fields,
        limit: mostEntities,
        totalItems: 'exclude',
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const valueOf = (item: Entity) => {
      const value: unknown = item.metadata.annotations?.[annotation];
      return typeof value === 'string'
        ? value.toLocaleLowerCase('en-US')
        : undefined;
    };
    const groups = names.flatMap(name => {
      const wanted = new Set<unknown>(values.get(name));
      const group = items.find(item => wanted.has(valueOf(item)));
      return group ? [{ name, group, ref: refOf(group) }] : [];
    });
    const inside = await this.#groups.findPeopleInside?.(
      groups.map(({ ref }) => ref),
    );
    return new Map(
      groups.map(({ name, group, ref }) => [
        name,
        [...(inside?.get(ref) ?? targetsOf(group, RELATION_HAS_MEMBER))],
      ]),
    );
  }

  async #lookUp(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const mapped = keys.flatMap(key => this.#config.mapping.get(key) ?? []);
    const accounts = await this.#accounts?.accountsOf(keys);
    const [{ items }, byRef] = await Promise.all([
      this.#catalog.queryEntities(
        {
          query: this.#predicateFor(keys, accounts),
          fields,
          limit: mostEntities,
          totalItems: 'exclude',
        },
        { credentials },
      ),
      this.#getEntities(mapped),
    ]);
    const found = new Map<string, KnownPerson>();
    for (const person of await this.#toPeople(items)) {
      for (const key of person.keys) found.set(key, person);
    }
    const people = await this.#toPeople([...byRef.values()]);
    const mappedTo = new Map(
      [...byRef.keys()].map((userRef, index) => [userRef, people[index]]),
    );
    for (const key of keys) {
      const person = mappedTo.get(this.#config.mapping.get(key) ?? '');
      if (person) found.set(key, person);
    }
    return found;
  }

  #predicateFor(
    keys: readonly string[],
    accounts: ReadonlyMap<string, readonly string[]> = new Map(),
  ): FilterPredicate {
    const byField = new Map<string, string[]>();
    for (const key of keys) {
      const person = readPersonKey(key);
      const names = 'host' in person && this.#config.hosts.get(person.host);
      if ('email' in person) add('spec.profile.email', person.email);
      else if (names) {
        const forge = { host: person.host, baseUrl: names.baseUrl };
        for (const value of valuesOf(person.login, forge)) {
          add(`metadata.annotations.${names.user}`, value);
        }
        const annotation = idAnnotationOf(names.user);
        for (const account of accounts.get(key) ?? []) {
          const id = account.slice(person.host.length + 1);
          if (annotation) add(`metadata.annotations.${annotation}`, id);
        }
      }
    }
    return {
      $all: [
        { kind: 'User' },
        {
          $any: [...byField].map(([field, values]) => isOneOf(field, values)),
        },
      ],
    };

    function add(field: string, value: string) {
      const values = byField.get(field);
      if (values) values.push(value);
      else byField.set(field, [value]);
    }
  }

  /** One catalog call for each level of groups that is not remembered, and two queries. */
  async #toPeople(users: readonly Entity[]): Promise<KnownPerson[]> {
    const named = users.map(user => namesOf(user, this.#config));
    const groups = users.map(user => targetsOf(user, RELATION_MEMBER_OF));
    const [above, accountsOfLogin, loginsOfAccount] = await Promise.all([
      this.#remember(this.#rememberedAbove, groups.flat(), some =>
        this.#groups.findGroupsAboveEach(some),
      ),
      this.#accounts?.accountsOf(named.flatMap(({ logins }) => logins)),
      this.#accounts?.peopleOf(named.flatMap(({ accounts }) => accounts)),
    ]);
    return users.map((user, index) => {
      const { logins, accounts } = named[index];
      // A login that another account has by now is theirs.
      const own = logins.filter(login => {
        const { host } = readPersonKey(login) as { host: string };
        const ids = accountsOfLogin?.get(login) ?? [];
        const known = accounts.filter(account =>
          account.startsWith(`${host}/`),
        );
        return (
          !ids.length ||
          !known.length ||
          known.some(account => ids.includes(account))
        );
      });
      const had = accounts.flatMap(
        account => loginsOfAccount?.get(account) ?? [],
      );
      return {
        ...this.#toPerson(user, [...own, ...had]),
        groups: groups[index],
        within: [
          ...new Set(
            groups[index].flatMap(group => [...(above.get(group) ?? [group])]),
          ),
        ],
      };
    });
  }

  #toPerson(
    user: Entity,
    logins: readonly string[],
  ): Pick<KnownPerson, 'userRef' | 'name' | 'keys'> {
    const userRef = refOf(user);
    const email = emailOf(user);
    const mapped = [...this.#config.mapping]
      .filter(([, mappedRef]) => mappedRef === userRef)
      .map(([key]) => key);
    return {
      userRef,
      name: nameOf(user),
      keys: [
        ...new Set([
          ...logins,
          ...(email ? [personKey({ email })] : []),
          ...mapped,
        ]),
      ],
    };
  }

  async #getEntities(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, Entity>> {
    const entityRefs = [...new Set(userRefs)];
    if (!entityRefs.length) return new Map();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      entityRefs.flatMap((ref, index) => {
        const entity = items[index];
        return entity ? [[ref, entity] as const] : [];
      }),
    );
  }
}

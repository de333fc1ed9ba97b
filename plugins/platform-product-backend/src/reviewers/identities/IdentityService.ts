import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';
import { targetsOf } from '../../catalog/targetsOf';
import { GroupTree } from '../../people/GroupTree';
import { createMemory } from '../../people/createMemory';
import { chunksOf } from '../../database/values';
import { IdentityConfig } from './IdentityConfig';
import { loginOf, valuesOf } from './loginAnnotation';
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
  readonly #groups: Pick<GroupTree, 'findGroupsAboveEach'>;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    config: IdentityConfig;
    groups: Pick<GroupTree, 'findGroupsAboveEach'>;
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
   * The members of groups as a forge names them, such as `org/team`. Groups that
   * the catalog does not know are left out.
   */
  async findTeams(
    host: string,
    teams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const annotation = this.#config.hosts.get(host)?.group;
    if (!annotation || !teams.length) return new Map();
    const prefix = `${host}/`;
    const members = await this.#remember(
      this.#rememberedTeams,
      teams.map(team => prefix + team),
      names =>
        this.#lookUpTeams(
          annotation,
          names.map(name => name.slice(prefix.length)),
          prefix,
        ),
    );
    return new Map(
      [...members].map(([name, refs]) => [name.slice(prefix.length), refs]),
    );
  }

  async #lookUpTeams(
    annotation: string,
    teams: readonly string[],
    prefix: string,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { items } = await this.#catalog.queryEntities(
      {
        query: {
          $all: [
            { kind: 'Group' },
            isOneOf(`metadata.annotations.${annotation}`, teams),
          ],
        },
        fields,
        limit: mostEntities,
        totalItems: 'exclude',
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const lower = (text: unknown) =>
      typeof text === 'string' ? text.toLocaleLowerCase('en-US') : undefined;
    return new Map(
      teams.flatMap(team => {
        const group = items.find(
          item =>
            lower(item.metadata.annotations?.[annotation]) === lower(team),
        );
        return group
          ? [[prefix + team, targetsOf(group, RELATION_HAS_MEMBER)] as const]
          : [];
      }),
    );
  }

  async #lookUp(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const mapped = keys.flatMap(key => this.#config.mapping.get(key) ?? []);
    const [{ items }, byRef] = await Promise.all([
      this.#catalog.queryEntities(
        {
          query: this.#predicateFor(keys),
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

  #predicateFor(keys: readonly string[]): FilterPredicate {
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

  /** One catalog call for each level of groups that is not remembered. */
  async #toPeople(users: readonly Entity[]): Promise<KnownPerson[]> {
    const people = users.map(user => this.#toPerson(user));
    const above = await this.#remember(
      this.#rememberedAbove,
      people.flatMap(({ groups }) => groups),
      groups => this.#groups.findGroupsAboveEach(groups),
    );
    return people.map(person => ({
      ...person,
      within: [
        ...new Set(
          person.groups.flatMap(group => [...(above.get(group) ?? [group])]),
        ),
      ],
    }));
  }

  #toPerson(user: Entity): Omit<KnownPerson, 'within'> {
    const userRef = stringifyEntityRef(user).toLocaleLowerCase('en-US');
    const email = emailOf(user);
    const logins = [...this.#config.hosts].flatMap(([host, names]) => {
      const value: unknown = user.metadata.annotations?.[names.user];
      const { baseUrl } = names;
      const login =
        typeof value === 'string'
          ? loginOf(value, { host, baseUrl })
          : undefined;
      return login ? [{ host, login }] : [];
    });
    const mapped = [...this.#config.mapping]
      .filter(([, mappedRef]) => mappedRef === userRef)
      .map(([key]) => key);
    return {
      userRef,
      name: nameOf(user),
      groups: targetsOf(user, RELATION_MEMBER_OF),
      keys: [
        ...[...logins, ...(email ? [{ email }] : [])].map(personKey),
        ...mapped,
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

import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunksOf } from '../../database/values';
import { IdentityConfig } from './IdentityConfig';
import { personKey, readPersonKey } from './personKey';

/** A User of the catalog. */
export interface KnownPerson {
  readonly userRef: string;
  /** Refs of the groups that the person is a direct member of. */
  readonly groups: readonly string[];
  /** Person keys under which sources may know the person. */
  readonly keys: readonly string[];
}

interface Remembered {
  readonly person: KnownPerson | undefined;
  readonly until: number;
}

const rememberFor = 5 * 60 * 1000;
const mostRemembered = 50_000;
const mostKeys = 200;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile.email',
  'relations',
];

function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}

const emailOf = ({ spec }: Entity): string | undefined => {
  const { profile } = (spec ?? {}) as { profile?: { email?: unknown } };
  return typeof profile?.email === 'string' ? profile.email : undefined;
};

/**
 * Finds the catalog's Users and Groups behind logins and e-mail addresses:
 * through the configured mapping, the login annotations of the entities, or
 * e-mail. Answers are remembered for some minutes.
 */
export class IdentityService {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #config: IdentityConfig;
  readonly #now: () => Date;
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    config: IdentityConfig;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#config = options.config;
    this.#now = options.now;
  }

  /** The Users behind person keys; unknown people are left out. */
  async findPeople(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const now = this.#now().getTime();
    const wanted = [...new Set(keys)];
    const unknown = wanted.filter(
      key => (this.#remembered.get(key)?.until ?? 0) <= now,
    );
    for (const some of chunksOf(unknown, mostKeys)) {
      const found = await this.#lookUp(some);
      if (this.#remembered.size > mostRemembered) this.#remembered.clear();
      for (const key of some) {
        this.#remembered.set(key, {
          person: found.get(key),
          until: now + rememberFor,
        });
      }
    }
    return new Map(
      wanted.flatMap(key => {
        const person = this.#remembered.get(key)?.person;
        return person ? [[key, person] as const] : [];
      }),
    );
  }

  /** Users by their refs, unknown ones left out; one catalog call. */
  async getPeople(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const users = await this.#getEntities(userRefs);
    return new Map(
      [...users].map(([userRef, user]) => [userRef, this.#toPerson(user)]),
    );
  }

  /**
   * The members of groups as a forge names them, such as `org/team`; one
   * catalog call. Groups that the catalog does not know are left out.
   */
  async findTeams(
    host: string,
    teams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const annotation = this.#config.hosts.get(host)?.group;
    if (!annotation) return new Map();
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          kind: 'group',
          [`metadata.annotations.${annotation}`]: [...teams],
        },
        fields,
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
          ? [[team, targetsOf(group, RELATION_HAS_MEMBER)] as const]
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
      this.#catalog.getEntities(
        { filter: this.#filterFor(keys), fields },
        { credentials },
      ),
      this.#getEntities(mapped),
    ]);
    const found = new Map<string, KnownPerson>();
    for (const user of items) {
      const person = this.#toPerson(user);
      for (const key of person.keys) found.set(key, person);
    }
    for (const key of keys) {
      const user = byRef.get(this.#config.mapping.get(key) ?? '');
      if (user) found.set(key, this.#toPerson(user));
    }
    return found;
  }

  #filterFor(keys: readonly string[]) {
    const byField = new Map<string, string[]>();
    for (const key of keys) {
      const person = readPersonKey(key);
      const field =
        'email' in person
          ? 'spec.profile.email'
          : `metadata.annotations.${this.#config.hosts.get(person.host)?.user}`;
      const value = 'email' in person ? person.email : person.login;
      byField.set(field, [...(byField.get(field) ?? []), value]);
    }
    return [...byField].map(([field, values]) => ({
      kind: 'user',
      [field]: values,
    }));
  }

  #toPerson(user: Entity): KnownPerson {
    const userRef = stringifyEntityRef(user).toLocaleLowerCase('en-US');
    const email = emailOf(user);
    const logins = [...this.#config.hosts].flatMap(([host, names]) => {
      const login: unknown = user.metadata.annotations?.[names.user];
      return typeof login === 'string' && login ? [{ host, login }] : [];
    });
    const mapped = [...this.#config.mapping]
      .filter(([, mappedRef]) => mappedRef === userRef)
      .map(([key]) => key);
    return {
      userRef,
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

import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CATALOG_FILTER_EXISTS,
  QueryEntitiesResponse,
} from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { batchesOf } from './batchesOf';
import { SeenEntities } from './SeenEntities';
import { targetsOf } from './targetsOf';
import { titleOf } from './titleOf';

/** How many things that somebody uses are looked up. */
const mostUsed = 1_000;
/** Of somebody who owns more, some services that they use are not found. */
const mostOwned = 500;
const relatedFields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'relations',
];

const usesPerPage = 2_000;
const usingTypes = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
];
const usingFields = [...relatedFields, 'metadata.title'];

/** What uses what in the whole catalog. */
export interface CatalogUses {
  /** By the ref of what is used, the refs of what uses it. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** Owners of what uses something. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** What people call what uses something. */
  readonly titles: ReadonlyMap<string, string>;
  /** How many catalog calls it took. */
  readonly calls: number;
}

/**
 * What entities of the catalog are to each other, as a caller may see it, or the
 * plugin itself where none is named.
 */
export class CatalogGraph {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #seen?: SeenEntities;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    /** What people saw lately; nothing is remembered where this is left out. */
    seen?: SeenEntities;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#seen = options.seen;
  }

  /**
   * Entities with their relations, by their refs, without those that are not
   * there; one catalog call for a thousand of them.
   */
  async getEntities(
    refs: Iterable<string>,
    caller?: BackstageCredentials,
  ): Promise<ReadonlyMap<string, Entity>> {
    return this.#get(refs, relatedFields, caller);
  }

  /**
   * Whole entities, of refs of which a caller may read some, as they saw them some
   * seconds ago at most; one catalog call.
   */
  async getSeen(
    refs: Iterable<string>,
    caller: BackstageCredentials,
  ): Promise<ReadonlyMap<string, Entity>> {
    const read = (some: Iterable<string>) => this.#get(some, undefined, caller);
    return this.#seen
      ? this.#seen.get([...new Set(refs)], caller, read)
      : read(refs);
  }

  /** The `metadata.uid` of an entity; `undefined` where the catalog does not have it. */
  async findUid(ref: string): Promise<string | undefined> {
    const found = await this.#get([ref], ['kind', 'metadata.uid']);
    return found.get(ref) && (found.get(ref)!.metadata?.uid ?? '');
  }

  /** Which refs the plugin itself finds in the catalog. */
  async findKnown(refs: Iterable<string>): Promise<ReadonlySet<string>> {
    return new Set((await this.#get(refs, ['kind'])).keys());
  }

  /**
   * Refs of the entities that depend on a service or consume an API of it, by
   * the service's ref; one catalog call for all of them.
   */
  async findConsumers(
    services: ReadonlyArray<{
      readonly entityRef: string;
      readonly entity: Entity;
    }>,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const apis = await this.getEntities(
      services.flatMap(({ entity }) =>
        targetsOf(entity, RELATION_PROVIDES_API),
      ),
    );
    return new Map(
      services.map(({ entityRef, entity }) => {
        const consumers = new Set([
          ...targetsOf(entity, RELATION_DEPENDENCY_OF),
          ...targetsOf(entity, RELATION_PROVIDES_API).flatMap(ref => {
            const api = apis.get(ref);
            return api ? targetsOf(api, RELATION_API_CONSUMED_BY) : [];
          }),
        ]);
        consumers.delete(entityRef);
        return [entityRef, [...consumers]];
      }),
    );
  }

  /**
   * Refs of what the things of some owners depend on, or consume an API of, beside
   * others that are named, and without what these owners have themselves; as far as
   * the caller may read all that. Two catalog calls.
   */
  async findUsed(
    owners: readonly string[],
    caller: BackstageCredentials,
    options: { readonly alsoRefs?: readonly string[] } = {},
  ): Promise<readonly string[]> {
    const { items: owned } = await this.#catalog.queryEntities(
      {
        filter: { 'relations.ownedBy': [...owners] },
        fields: relatedFields,
        limit: mostOwned,
      },
      { credentials: caller },
    );
    const consumed = new Set(
      owned.flatMap(entity => targetsOf(entity, RELATION_CONSUMES_API)),
    );
    const apis = await this.getEntities(
      [...consumed].slice(0, mostUsed),
      caller,
    );
    const used = new Set([
      ...(options.alsoRefs ?? []),
      ...owned.flatMap(entity => targetsOf(entity, RELATION_DEPENDS_ON)),
      ...[...apis.values()].flatMap(api =>
        targetsOf(api, RELATION_API_PROVIDED_BY),
      ),
    ]);
    for (const entity of owned) used.delete(stringifyEntityRef(entity));
    return [...used].slice(0, mostUsed);
  }

  /**
   * What uses what in the whole catalog, as the plugin sees it: one catalog call for
   * each two thousand entities that use something or offer an API, however long the
   * ways between them.
   */
  async loadUses(): Promise<CatalogUses> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const uses = new Map<string, string[]>();
    const owners = new Map<string, readonly string[]>();
    const titles = new Map<string, string>();
    const add = (used: string, user: string) => {
      const known = uses.get(used);
      if (known) known.push(user);
      else uses.set(used, [user]);
    };
    let cursor: string | undefined;
    let calls = 0;
    do {
      calls++;
      const { items, pageInfo }: QueryEntitiesResponse =
        await this.#catalog.queryEntities(
          cursor
            ? { cursor, fields: usingFields, limit: usesPerPage }
            : {
                filter: usingTypes.map(type => ({
                  [`relations.${type}`]: CATALOG_FILTER_EXISTS,
                })),
                fields: usingFields,
                limit: usesPerPage,
                totalItems: 'exclude',
              },
          { credentials },
        );
      for (const entity of items) {
        const ref = stringifyEntityRef(entity);
        owners.set(ref, targetsOf(entity, RELATION_OWNED_BY));
        titles.set(ref, titleOf(entity));
        for (const api of targetsOf(entity, RELATION_PROVIDES_API)) {
          add(ref, api);
        }
        for (const used of [
          ...targetsOf(entity, RELATION_DEPENDS_ON),
          ...targetsOf(entity, RELATION_CONSUMES_API),
        ]) {
          add(used, ref);
        }
      }
      cursor = pageInfo.nextCursor;
    } while (cursor);
    return { uses, owners, titles, calls };
  }

  /** Refs of the domains that systems are part of, by those of the systems. */
  async findDomains(
    systemRefs: Iterable<string>,
    caller: BackstageCredentials,
  ): Promise<ReadonlyMap<string, string>> {
    const systems = await this.getEntities(systemRefs, caller);
    return new Map(
      [...systems].flatMap(([ref, system]) => {
        const domain = targetsOf(system, RELATION_PART_OF).find(
          target => parseEntityRef(target).kind === 'domain',
        );
        return domain ? [[ref, domain] as const] : [];
      }),
    );
  }

  async #get(
    refs: Iterable<string>,
    fields: string[] | undefined,
    caller?: BackstageCredentials,
  ): Promise<ReadonlyMap<string, Entity>> {
    const found = new Map<string, Entity>();
    const distinct = [...new Set(refs)];
    if (!distinct.length) return found;
    const credentials = caller ?? (await this.#auth.getOwnServiceCredentials());
    for (const entityRefs of batchesOf(distinct)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields },
        { credentials },
      );
      entityRefs.forEach((ref, index) => {
        const entity = items[index];
        if (entity) found.set(ref, entity);
      });
    }
    return found;
  }
}

import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { servicePredicate } from '@platform-product/backstage-plugin-common/rules';
import { batchesOf } from './batchesOf';
import { SeenEntities } from './SeenEntities';

/** More services than any catalog has; the catalog's own default is 20. */
const allOfThem = 1_000_000;

/** Which services a caller may know of: all, or these refs. */
export type VisibleServices = 'all' | readonly string[];

/** A service, and its entity as somebody may see it. */
export interface ServiceEntity {
  readonly entityRef: string;
  readonly entity: Entity;
}

/** A service that may be gone from the catalog, or from somebody's sight. */
export interface OwnService {
  readonly entityRef: string;
  readonly entity?: Entity;
}

export interface ServicePage {
  readonly services: readonly ServiceEntity[];
  readonly nextCursor?: string;
}

/** The services of the catalog, as a caller or the plugin itself sees them. */
export class ServiceCatalog {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #predicate: FilterPredicate;
  readonly #isService: (entity: Entity) => boolean;
  readonly #seen?: SeenEntities;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    permissions: PermissionsService;
    services: readonly FilterPredicate[];
    /** What people saw lately; nothing is remembered where this is left out. */
    seen?: SeenEntities;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#predicate = servicePredicate(options.services);
    this.#isService = filterPredicateToFilterFunction(this.#predicate);
    this.#seen = options.seen;
  }

  /** Whether an entity is a service, by what is configured. */
  isService(entity: Entity): boolean {
    return this.#isService(entity);
  }

  /**
   * The service that a caller asks for.
   *
   * @throws NotFoundError when there is none, it is no service, or the caller
   * may not read it; the caller can't tell which
   */
  async getVisible(
    ref: { kind: string; namespace: string; name: string } | string,
    credentials: BackstageCredentials,
    options: {
      /** Says that nothing was found to callers who did not give the ref. */
      readonly notFound?: string;
      /** Whether the caller's own sight of it may be some seconds old. */
      readonly mayBeRemembered?: boolean;
    } = {},
  ): Promise<ServiceEntity> {
    const asked = typeof ref === 'string' ? ref : stringifyEntityRef(ref);
    const read = () => this.#catalog.getEntityByRef(ref, { credentials });
    const entity =
      this.#seen && options.mayBeRemembered
        ? await this.#seen.getOne(asked, credentials, read)
        : await read();
    if (!entity || !this.#isService(entity)) {
      throw new NotFoundError(
        options.notFound ?? `No service found with ref '${asked}'`,
      );
    }
    return { entityRef: refOf(entity), entity };
  }

  /** A service as the plugin itself sees it; without an entity if it is gone. */
  async getOwn(ref: {
    kind: string;
    namespace: string;
    name: string;
  }): Promise<OwnService> {
    const entityRef = stringifyEntityRef(ref);
    const [known] = await this.getServices([entityRef]);
    return known ?? { entityRef };
  }

  /** Those of the given refs that a caller may read; one catalog call. */
  async filterVisible(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const services = await this.getVisibleServices(entityRefs, credentials);
    return new Set(services.map(({ entityRef }) => entityRef));
  }

  /** The services among the given refs, as the plugin itself sees them. */
  async getServices(
    entityRefs: readonly string[],
  ): Promise<ServicePage['services']> {
    return this.#get(entityRefs, await this.#auth.getOwnServiceCredentials());
  }

  /** The services among the given refs that a caller may read; one catalog call. */
  async getVisibleServices(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ServicePage['services']> {
    return this.#get(entityRefs, credentials);
  }

  async #get(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ServicePage['services']> {
    const found: Array<Entity | undefined> = [];
    for (const batch of batchesOf(entityRefs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: batch },
        { credentials },
      );
      found.push(...items);
    }
    return found.flatMap(entity =>
      entity && this.#isService(entity)
        ? [{ entityRef: refOf(entity), entity }]
        : [],
    );
  }

  /** One page of all services; from the start without a cursor. */
  async getPage(options: {
    cursor?: string;
    limit: number;
  }): Promise<ServicePage> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items, pageInfo } = await this.#catalog.queryEntities(
      options.cursor
        ? { cursor: options.cursor, limit: options.limit }
        : {
            query: this.#predicate,
            limit: options.limit,
            totalItems: 'exclude',
          },
      { credentials },
    );
    return {
      services: items.map(entity => ({ entityRef: refOf(entity), entity })),
      nextCursor: pageInfo.nextCursor,
    };
  }

  /**
   * Which services a caller may know of. Takes one permission call, and one
   * catalog call where the policy gives conditions.
   */
  async getVisibleRefs(
    credentials: BackstageCredentials,
  ): Promise<VisibleServices> {
    const [{ result }] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) return 'all';
    if (result === AuthorizeResult.DENY) return [];
    const { items } = await this.#catalog.queryEntities(
      {
        query: this.#predicate,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: allOfThem,
        totalItems: 'exclude',
      },
      { credentials },
    );
    return items.map(refOf);
  }
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(getCompoundEntityRef(entity));
}

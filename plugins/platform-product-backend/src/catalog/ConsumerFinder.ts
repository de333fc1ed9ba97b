import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ownersOf } from '@platform-product/backstage-plugin-common/rules';
import { chunksOf } from '../database/values';
import { GroupTree } from '../people/GroupTree';
import { targetsOf } from './targetsOf';

const mostRefs = 1_000;

type Services = ReadonlyArray<{
  readonly entityRef: string;
  readonly entity: Entity;
}>;

/** Finds out who uses services, as far as the catalog knows. */
export class ConsumerFinder {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #groups: GroupTree;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    groups: GroupTree;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#groups = options.groups;
  }

  /**
   * Refs of the entities that depend on a service or consume an API of it, by
   * the service's ref; one catalog call for all of them.
   */
  async findConsumers(
    services: Services,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const apis = await this.#getEntities(
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
   * Refs of the Users who own what uses a service, themselves or inside the
   * owning groups; two catalog calls for all services and one for each level of
   * groups, more only for thousands of entities.
   */
  async findPeople(
    services: Services,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const consumers = await this.findConsumers(services);
    const entities = await this.#getEntities([...consumers.values()].flat());
    const owners = new Map(
      [...entities].map(([ref, entity]) => [ref, ownersOf(entity)]),
    );
    const people = await this.#groups.findPeopleInside(
      [...owners.values()].flat(),
    );
    return new Map(
      [...consumers].map(([service, refs]) => [
        service,
        new Set(
          refs.flatMap(ref =>
            (owners.get(ref) ?? []).flatMap(owner => [
              ...(people.get(owner) ?? []),
            ]),
          ),
        ),
      ]),
    );
  }

  async #getEntities(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, Entity>> {
    const found = new Map<string, Entity>();
    const credentials = refs.length
      ? await this.#auth.getOwnServiceCredentials()
      : undefined;
    if (!credentials) return found;
    for (const entityRefs of chunksOf([...new Set(refs)], mostRefs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'relations'] },
        { credentials },
      );
      for (const [index, ref] of entityRefs.entries()) {
        const entity = items[index];
        if (entity) found.set(ref, entity);
      }
    }
    return found;
  }
}

import { ownersOf } from '@platform-product/backstage-plugin-common/rules';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceEntity } from '../catalog/ServiceCatalog';
import { GroupTree } from './GroupTree';

/** Finds out who uses services, as far as the catalog knows. */
export class ServiceUsers {
  readonly #graph: CatalogGraph;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;

  constructor(options: {
    graph: CatalogGraph;
    groups: Pick<GroupTree, 'findPeopleInside'>;
  }) {
    this.#graph = options.graph;
    this.#groups = options.groups;
  }

  /**
   * Refs of the Users who own what uses a service, themselves or inside the
   * owning groups; as many catalog calls as `findByOwner`.
   */
  async find(
    services: readonly ServiceEntity[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const found = await this.findByOwner(services);
    return new Map(
      [...found].map(([service, owners]) => [
        service,
        new Set([...owners.values()].flatMap(people => [...people])),
      ]),
    );
  }

  /**
   * The owners of what uses a service, each with the Users inside; two catalog
   * calls for all services and one for each level of groups, more only for
   * thousands of entities.
   */
  async findByOwner(
    services: readonly ServiceEntity[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>> {
    const consumers = await this.#graph.findConsumers(services);
    const entities = await this.#graph.getEntities(
      [...consumers.values()].flat(),
    );
    const owners = new Map(
      [...entities].map(([ref, entity]) => [ref, ownersOf(entity)]),
    );
    const people = await this.#groups.findPeopleInside(
      [...owners.values()].flat(),
    );
    return new Map(
      [...consumers].map(([service, refs]) => [
        service,
        new Map(
          refs
            .flatMap(ref => owners.get(ref) ?? [])
            .map(owner => [owner, people.get(owner) ?? new Set<string>()]),
        ),
      ]),
    );
  }
}

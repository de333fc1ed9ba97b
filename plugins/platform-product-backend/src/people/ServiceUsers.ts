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
   * owning groups; two catalog calls for all services and one for each level of
   * groups, more only for thousands of entities.
   */
  async find(
    services: readonly ServiceEntity[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
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
}

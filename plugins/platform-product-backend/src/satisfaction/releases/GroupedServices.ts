import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RollUpGroup } from '@platform-product/backstage-plugin-common';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { ServiceListStore } from '../../services/ServiceListStore';
import { GroupedService } from './RollUpService';

/** The services that a caller may know of, with what they are part of. */
export class GroupedServices {
  readonly #services: ServiceCatalog;
  readonly #graph: CatalogGraph;
  readonly #list: Pick<ServiceListStore, 'listGroups'>;

  constructor(options: {
    services: ServiceCatalog;
    graph: CatalogGraph;
    serviceList: Pick<ServiceListStore, 'listGroups'>;
  }) {
    this.#services = options.services;
    this.#graph = options.graph;
    this.#list = options.serviceList;
  }

  /** Domains are looked up where they are asked for. */
  async list(
    by: RollUpGroup,
    credentials: BackstageCredentials,
  ): Promise<GroupedService[]> {
    const visible = await this.#services.getVisibleRefs(credentials);
    const services = await this.#list.listGroups(visible);
    if (by !== 'domain') return services;
    const domains = await this.#graph.findDomains(
      services.flatMap(({ system }) => system ?? []),
      credentials,
    );
    return services.map(service => ({
      ...service,
      domain: service.system && domains.get(service.system),
    }));
  }
}

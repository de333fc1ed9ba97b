import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RollUpGroup } from '@platform-product/backstage-plugin-common';
import { DomainFinder } from '../../catalog/DomainFinder';
import { ServiceCatalog, VisibleServices } from '../../catalog/ServiceCatalog';
import { GroupedService } from './RollUpService';

/** The services that a caller may know of, with what they are part of. */
export class GroupedServices {
  readonly #services: ServiceCatalog;
  readonly #domains: DomainFinder;
  readonly #listGroups: (visible: VisibleServices) => Promise<GroupedService[]>;

  constructor(options: {
    services: ServiceCatalog;
    domains: DomainFinder;
    listGroups: (visible: VisibleServices) => Promise<GroupedService[]>;
  }) {
    this.#services = options.services;
    this.#domains = options.domains;
    this.#listGroups = options.listGroups;
  }

  /** Domains are looked up where they are asked for. */
  async list(
    by: RollUpGroup,
    credentials: BackstageCredentials,
  ): Promise<GroupedService[]> {
    const visible = await this.#services.getVisibleRefs(credentials);
    const services = await this.#listGroups(visible);
    if (by !== 'domain') return services;
    const domains = await this.#domains.find(
      services.flatMap(({ system }) => system ?? []),
      credentials,
    );
    return services.map(service => ({
      ...service,
      domain: service.system && domains.get(service.system),
    }));
  }
}

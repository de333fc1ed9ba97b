import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ServiceCatalog, ServicePage } from './ServiceCatalog';
import { targetsOf } from './targetsOf';

/** Of somebody who owns more, some services that they use are not found. */
const mostOwned = 500;
const mostRefs = 1_000;
const fields = ['kind', 'metadata.namespace', 'metadata.name', 'relations'];

/** Finds out which services people use, as far as the catalog knows. */
export class UsageFinder {
  readonly #catalog: CatalogService;
  readonly #services: ServiceCatalog;

  constructor(options: { catalog: CatalogService; services: ServiceCatalog }) {
    this.#catalog = options.catalog;
    this.#services = options.services;
  }

  /**
   * The services that something depends on, or consumes an API of, which one of
   * some owners has, beside other services that are named; as far as the caller
   * may read all that. Three catalog calls.
   */
  async find(
    owners: readonly string[],
    credentials: BackstageCredentials,
    options: { readonly alsoRefs?: readonly string[] } = {},
  ): Promise<ServicePage['services']> {
    const { items: owned } = await this.#catalog.queryEntities(
      {
        filter: { 'relations.ownedBy': [...owners] },
        fields,
        limit: mostOwned,
      },
      { credentials },
    );
    const apis = await this.#getEntities(
      owned.flatMap(entity => targetsOf(entity, RELATION_CONSUMES_API)),
      credentials,
    );
    const ownRefs = new Set(owned.map(entity => stringifyEntityRef(entity)));
    const used = new Set([
      ...(options.alsoRefs ?? []),
      ...owned.flatMap(entity => targetsOf(entity, RELATION_DEPENDS_ON)),
      ...apis.flatMap(api => targetsOf(api, RELATION_API_PROVIDED_BY)),
    ]);
    return this.#services.getVisibleServices(
      [...used].filter(ref => !ownRefs.has(ref)).slice(0, mostRefs),
      credentials,
    );
  }

  async #getEntities(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const entityRefs = [...new Set(refs)].slice(0, mostRefs);
    if (!entityRefs.length) return [];
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials },
    );
    return items.flatMap(entity => entity ?? []);
  }
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunksOf } from '../database/values';

const mostRefs = 1_000;

/** Finds the domains that systems are part of. */
export class DomainFinder {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /**
   * Refs of domains by those of systems, as far as a caller may read the systems;
   * one catalog call for a thousand of them.
   */
  async find(
    systemRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, string>> {
    const domains = new Map<string, string>();
    for (const entityRefs of chunksOf([...new Set(systemRefs)], mostRefs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
        },
        { credentials },
      );
      for (const entity of items) {
        const domain = entity?.relations
          ?.filter(({ type }) => type === RELATION_PART_OF)
          .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
          .find(ref => parseEntityRef(ref).kind === 'domain');
        if (entity && domain) {
          domains.set(stringifyEntityRef(getCompoundEntityRef(entity)), domain);
        }
      }
    }
    return domains;
  }
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunksOf } from '../database/values';
import { targetsOf } from './targetsOf';

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
        if (!entity) continue;
        const domain = targetsOf(entity, RELATION_PART_OF).find(
          ref => parseEntityRef(ref).kind === 'domain',
        );
        if (domain) domains.set(stringifyEntityRef(entity), domain);
      }
    }
    return domains;
  }
}

import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { collectorIds } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

/**
 * Finds out who uses a service: entities that depend on it, and entities that
 * consume an API that it provides. The APIs of a whole batch are looked up in
 * one catalog call.
 */
export class ConsumerCollector implements EvidenceCollector {
  readonly id = collectorIds.consumers;
  readonly provides = [collectorIds.consumers];
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const consumersOfApi = await this.#consumersOfApis(
      services.flatMap(({ entity }) =>
        targetsOf(entity, RELATION_PROVIDES_API),
      ),
    );
    return services.map(({ entityRef, entity }) => {
      const consumers = new Set([
        ...targetsOf(entity, RELATION_DEPENDENCY_OF),
        ...targetsOf(entity, RELATION_PROVIDES_API).flatMap(
          api => consumersOfApi.get(api) ?? [],
        ),
      ]);
      consumers.delete(entityRef);
      return {
        entityRef,
        source: this.id,
        ...(consumers.size
          ? {
              result: 'pass' as const,
              summary: `${consumers.size} known ${
                consumers.size === 1 ? 'consumer' : 'consumers'
              }`,
            }
          : {
              result: 'fail' as const,
              summary: 'The catalog knows nobody who uses it',
            }),
      };
    });
  }

  async #consumersOfApis(
    apis: readonly string[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const entityRefs = [...new Set(apis)];
    if (!entityRefs.length) return new Map();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'relations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      entityRefs.map((api, index) => {
        const entity = items[index];
        return [api, entity ? targetsOf(entity, RELATION_API_CONSUMED_BY) : []];
      }),
    );
  }
}

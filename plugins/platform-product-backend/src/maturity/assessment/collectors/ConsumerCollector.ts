import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { CatalogGraph } from '../../../catalog/CatalogGraph';

/** Tells whether it is known who uses a service. */
export class ConsumerCollector implements EvidenceCollector {
  readonly id = evidenceSources.consumers;
  readonly provides = [evidenceSources.consumers];
  readonly #graph: CatalogGraph;

  constructor(options: { graph: CatalogGraph }) {
    this.#graph = options.graph;
  }

  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const consumers = await this.#graph.findConsumers(services);
    return services.map(({ entityRef }) => {
      const count = consumers.get(entityRef)?.length ?? 0;
      return {
        entityRef,
        source: this.id,
        ...(count
          ? {
              result: 'pass' as const,
              summary:
                count === 1
                  ? '1 entity of the catalog uses it'
                  : `${count} entities of the catalog use it`,
            }
          : {
              result: 'fail' as const,
              summary: 'The catalog knows nobody who uses it',
            }),
      };
    });
  }
}

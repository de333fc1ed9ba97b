import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { ConsumerFinder } from '../../../catalog/ConsumerFinder';

/** Tells whether it is known who uses a service. */
export class ConsumerCollector implements EvidenceCollector {
  readonly id = evidenceSources.consumers;
  readonly provides = [evidenceSources.consumers];
  readonly #finder: ConsumerFinder;

  constructor(options: { finder: ConsumerFinder }) {
    this.#finder = options.finder;
  }

  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const consumers = await this.#finder.findConsumers(services);
    return services.map(({ entityRef }) => {
      const count = consumers.get(entityRef)?.length ?? 0;
      return {
        entityRef,
        source: this.id,
        ...(count
          ? {
              result: 'pass' as const,
              summary: `${count} known ${
                count === 1 ? 'consumer' : 'consumers'
              }`,
            }
          : {
              result: 'fail' as const,
              summary: 'The catalog knows nobody who uses it',
            }),
      };
    });
  }
}

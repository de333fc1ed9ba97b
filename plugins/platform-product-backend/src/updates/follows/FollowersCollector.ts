import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { FollowStore } from './FollowStore';

/**
 * Tells whether anybody follows a service. Not how many: evidence is kept by
 * change, and its past would tell when each of them came and went.
 */
export class FollowersCollector implements EvidenceCollector {
  readonly id = evidenceSources.followers;
  readonly provides = [evidenceSources.followers];
  readonly #store: FollowStore;

  constructor(options: { store: FollowStore }) {
    this.#store = options.store;
  }

  /** One query. */
  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const counts = await this.#store.countFollowers(
      services.map(({ entityRef }) => entityRef),
    );
    return services.map(({ entityRef }) => ({
      entityRef,
      source: this.id,
      ...(counts.get(entityRef)
        ? { result: 'pass' as const, summary: 'People follow it' }
        : { result: 'fail' as const, summary: 'Nobody follows it' }),
    }));
  }
}

import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { FeedbackStore } from './FeedbackStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const olderThanDays = 30;
const answeredShare = 0.7;

/** Tells whether feedback comes to something. */
export class FeedbackCollector implements EvidenceCollector {
  readonly id = evidenceSources.feedback;
  readonly provides = [evidenceSources.feedback];
  readonly #store: FeedbackStore;

  constructor(options: { store: FeedbackStore }) {
    this.#store = options.store;
  }

  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now } = options;
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const before = new Date(+now - olderThanDays * millisecondsPerDay);
    const tallies = new Map(
      (await this.#store.tally(entityRefs, before)).map(tally => [
        tally.entityRef,
        tally,
      ]),
    );
    return entityRefs.map(entityRef => {
      const { total = 0, answered = 0 } = tallies.get(entityRef) ?? {};
      const base = { entityRef, source: this.id };
      if (!total) {
        return {
          ...base,
          result: 'not-applicable' as const,
          summary: `No feedback is older than ${olderThanDays} days`,
        };
      }
      const share = answered / total;
      return {
        ...base,
        result: share >= answeredShare ? ('pass' as const) : ('fail' as const),
        summary: `${Math.round(
          share * 100,
        )} % of ${total} older than ${olderThanDays} days have a status and a reply`,
      };
    });
  }
}

import { evidenceSources } from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { ReleaseStore } from '../releases/ReleaseStore';
import { RoundService } from '../rounds/RoundService';
import { researchSince, researchWindowDays } from './ResearchService';
import { ResearchStore } from './ResearchStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const fewestKinds = 2;

/** Tells in how many ways a team listens; released ratings are a survey. */
export class ResearchCollector implements EvidenceCollector {
  readonly id = evidenceSources.research;
  readonly provides = [evidenceSources.research];
  readonly #store: ResearchStore;
  readonly #rounds: RoundService;
  readonly #releases: ReleaseStore;

  constructor(options: {
    store: ResearchStore;
    rounds: RoundService;
    releases: ReleaseStore;
  }) {
    this.#store = options.store;
    this.#rounds = options.rounds;
    this.#releases = options.releases;
  }

  /** Three queries. */
  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now } = options;
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const [counts, rounds, releases] = await Promise.all([
      this.#store.countKinds(entityRefs, researchSince(now)),
      this.#rounds.list(),
      this.#releases.listOf(entityRefs),
    ]);
    const since = +now - researchWindowDays * millisecondsPerDay;
    const lately = rounds
      .filter(({ closesAt }) => +closesAt > since)
      .map(({ id }) => id);
    return entityRefs.map(entityRef => {
      const isSurveyed = releases.some(
        release =>
          release.entityRef === entityRef && lately.includes(release.roundId),
      );
      const kinds = researchKinds.filter(
        kind =>
          (kind === 'survey' && isSurveyed) ||
          counts.some(
            item => item.entityRef === entityRef && item.kind === kind,
          ),
      );
      return {
        entityRef,
        source: this.id,
        result:
          kinds.length >= fewestKinds ? ('pass' as const) : ('fail' as const),
        summary: kinds.length
          ? `In ${researchWindowDays} days: ${kinds.join(', ')}`
          : `No research in ${researchWindowDays} days`,
      };
    });
  }
}

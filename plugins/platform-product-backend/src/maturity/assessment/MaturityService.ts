import { SignalsService } from '@backstage/plugin-signals-node';
import {
  assessMaturity,
  Attestation,
  Ladder,
  LevelChange,
  Maturity,
  MaturityAssessment,
} from '@platform-product/backstage-plugin-common';
import {
  declaredLevelOf,
  portfolioSignalChannel,
} from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { FieldError } from '../../operations/FieldError';
import { decodePosition, encodePosition } from '../../operations/offsetCursor';
import { AssessOptions, Assessor } from './Assessor';
import { AttestationStore } from '../attestations/AttestationStore';
import { decisiveAttestations } from '../attestations/AttestationCollector';
import { LadderStore } from '../ladder/LadderStore';
import { LevelMove, Levels } from '../Levels';
import { AssessedService, MaturityStore } from './MaturityStore';
import { WaiverStore } from '../waivers/WaiverStore';

/** Answers what level a service has, and why, now or at a past moment. */
export class MaturityService implements Levels {
  readonly #store: MaturityStore;
  readonly #attestations: AttestationStore;
  readonly #waivers: WaiverStore;
  readonly #ladders: LadderStore;
  readonly #ladder: Ladder;
  readonly #assessor: Assessor;
  readonly #catalog: ServiceCatalog;
  readonly #signals: SignalsService;
  readonly #now: () => Date;

  constructor(options: {
    store: MaturityStore;
    attestations: AttestationStore;
    waivers: WaiverStore;
    ladders: LadderStore;
    ladder: Ladder;
    assessor: Assessor;
    catalog: ServiceCatalog;
    signals: SignalsService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#attestations = options.attestations;
    this.#waivers = options.waivers;
    this.#ladders = options.ladders;
    this.#ladder = options.ladder;
    this.#assessor = options.assessor;
    this.#catalog = options.catalog;
    this.#signals = options.signals;
    this.#now = options.now;
  }

  /**
   * The maturity of a service. One that no sweep has come to yet is assessed
   * first.
   *
   * @throws FieldError when the moment asked for is in the future
   */
  async getMaturity(asked: ServiceEntity, at?: Date): Promise<Maturity> {
    if (at && at > this.#now()) {
      throw new FieldError('at', 'must not be in the future');
    }
    const { entityRef, entity } = asked;
    const service = await this.#getAssessed(asked);
    const [evidence, waivers, attestations, ladder] = await Promise.all([
      this.#store.listEvidence(entityRef, at),
      this.#waivers.list([entityRef]),
      this.#attestations.list([entityRef]),
      at ? this.#getLadderAt(at) : this.#ladder,
    ]);
    const assessedAt = service?.asOf ?? this.#now();
    // Another backend's clock may be ahead of this one's.
    const newest = new Date(Math.max(+this.#now(), +assessedAt));
    const assessment = assessMaturity(ladder, evidence, waivers, at ?? newest);
    return {
      ...assessment,
      levels: addAttestations(assessment, attestations, at ?? newest),
      entityRef,
      declaredLevel: at ? undefined : declaredLevelOf(entity),
      atRiskUntil: assessment.atRisk?.until,
      gracePeriodDays: ladder.gracePeriodDays,
      asOf: (at ?? assessedAt).toISOString(),
      failedCollectors: at ? [] : [...(service?.failedCollectors ?? [])],
      signalChannel: service?.channel,
    };
  }

  /**
   * Level changes, newest first.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async listHistory(
    entityRef: string,
    options: { readonly limit: number; readonly cursor?: string },
  ): Promise<{
    items: LevelChange[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const { limit, cursor } = options;
    const list = `history ${entityRef}`;
    const { items, totalItems, next } = await this.#store.listHistory(
      entityRef,
      { limit, before: cursor && decodePosition(list, cursor) },
    );
    return {
      items,
      totalItems,
      pageInfo: { nextCursor: next && encodePosition(list, next) },
    };
  }

  /** The newest level of a service; 0 before its first assessment. */
  async getLevel(entityRef: string): Promise<number> {
    return (await this.#store.getService(entityRef))?.level ?? 0;
  }

  async listMoves(
    options: Parameters<Levels['listMoves']>[0],
  ): Promise<LevelMove[]> {
    return this.#store.listMoves(options);
  }

  /**
   * Assesses one service at once and signals pages that show it. The first
   * assessment runs all collectors, whatever is asked.
   */
  async reassess(
    entityRef: string,
    collectors?: readonly string[],
    options: Pick<AssessOptions, 'isUndoing'> = {},
  ): Promise<void> {
    const services = await this.#catalog.getServices([entityRef]);
    const isKnown = await this.#store.getService(entityRef);
    await this.signalChanges(
      await this.#assessor.assess(
        services,
        isKnown ? { ...options, collectors } : {},
      ),
    );
  }

  /**
   * Tells open pages that the services they show have changed. Nobody can have
   * a page open of a service that was never assessed before.
   */
  async signalChanges(services: readonly AssessedService[]): Promise<void> {
    if (!services.length) return;
    const channels = services
      .filter(({ version }) => version > 1)
      .map(({ channel }) => channel);
    await Promise.all(
      [portfolioSignalChannel, ...channels].map(channel =>
        this.#signals.publish({
          channel,
          recipients: { type: 'broadcast' },
          message: { action: 'reassessed' },
        }),
      ),
    );
  }

  async #getAssessed(
    asked: ServiceEntity,
  ): Promise<AssessedService | undefined> {
    const service = await this.#store.getService(asked.entityRef);
    if (service) return service;
    await this.#assessor.assess([asked]);
    return this.#store.getService(asked.entityRef);
  }

  async #getLadderAt(at: Date): Promise<Ladder> {
    return (await this.#ladders.getLadderAt(at)) ?? this.#ladder;
  }
}

/** Puts the attestations that counted at a moment beside their criteria. */
function addAttestations(
  { levels }: MaturityAssessment,
  attestations: readonly Attestation[],
  at: Date,
): MaturityAssessment['levels'] {
  const onRecord = attestations.filter(
    ({ createdAt }) => new Date(createdAt) <= at,
  );
  const byCriterion = new Map(
    decisiveAttestations(onRecord)
      .filter(({ withdrawnAt }) => !withdrawnAt || new Date(withdrawnAt) > at)
      .map(item => [item.criterionId, item]),
  );
  return levels.map(level => ({
    ...level,
    criteria: level.criteria.map(criterion => ({
      ...criterion,
      attestation: byCriterion.get(criterion.id),
    })),
  }));
}

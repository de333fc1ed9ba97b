import {
  Attestation,
  attestationSource,
} from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { AttestationStore } from './AttestationStore';

const longestSummary = 500;

/** The evidence that one attestation gives. */
export function toEvidence(attestation: Attestation): CollectedEvidence {
  const { entityRef, criterionId } = attestation;
  const base = { entityRef, criterionId, source: attestationSource };
  if (attestation.withdrawnAt) {
    return {
      ...base,
      result: 'unknown',
      summary: 'The attestation was withdrawn',
    };
  }
  return {
    ...base,
    result: 'pass',
    summary: attestation.statement.slice(0, longestSummary),
    link: attestation.link,
    validUntil: new Date(attestation.expiresAt),
  };
}

/** The newest of each criterion of each service: it replaces older ones. */
export function decisiveAttestations(
  attestations: readonly Attestation[],
): Attestation[] {
  const decisive = new Map(
    [...attestations]
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
      .map(item => [JSON.stringify([item.entityRef, item.criterionId]), item]),
  );
  return [...decisive.values()];
}

/** Turns attestations into evidence, the newest of each criterion. */
export class AttestationCollector implements EvidenceCollector {
  readonly id = attestationSource;
  readonly provides = [attestationSource];
  readonly #store: AttestationStore;

  constructor(options: { store: AttestationStore }) {
    this.#store = options.store;
  }

  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const attestations = await this.#store.list(
      services.map(({ entityRef }) => entityRef),
    );
    return decisiveAttestations(attestations).map(toEvidence);
  }
}

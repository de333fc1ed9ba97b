import {
  Attestation,
  attestationSource,
} from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { AttestationStore } from '../AttestationStore';

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

/** What counts more comes last: withdrawn, then by the date of expiry. */
function compare(a: Attestation, b: Attestation): number {
  if (Boolean(a.withdrawnAt) !== Boolean(b.withdrawnAt)) {
    return a.withdrawnAt ? -1 : 1;
  }
  return Date.parse(a.expiresAt) - Date.parse(b.expiresAt);
}

/** The one that counts for each criterion of each service. */
export function decisiveAttestations(
  attestations: readonly Attestation[],
): Attestation[] {
  const decisive = new Map(
    [...attestations]
      .sort(compare)
      .map(item => [JSON.stringify([item.entityRef, item.criterionId]), item]),
  );
  return [...decisive.values()];
}

/** Turns attestations into evidence, the longest-lived of each criterion. */
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

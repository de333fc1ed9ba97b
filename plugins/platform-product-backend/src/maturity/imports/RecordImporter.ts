import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Attestation, Ladder } from '@platform-product/backstage-plugin-common';
import {
  MaturityRecords,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { AttestationStore } from '../attestations/AttestationStore';
import { toEvidence } from '../attestations/AttestationCollector';
import { MaturityStore, NewEvidence } from '../assessment/MaturityStore';
import { replayHistory } from './replayHistory';
import { WaiverStore } from '../waivers/WaiverStore';

/** A key that nobody can send as a header, for it has a space. */
const toImportKey = (key: string) => `import ${key}`;

/** Brings in older records and works out the level histories they make. */
export class RecordImporter {
  readonly #store: MaturityStore;
  readonly #attestations: AttestationStore;
  readonly #waivers: WaiverStore;
  readonly #ladder: Ladder;
  readonly #ladderVersion: string;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: MaturityStore;
    attestations: AttestationStore;
    waivers: WaiverStore;
    ladder: Ladder;
    ladderVersion: string;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#attestations = options.attestations;
    this.#waivers = options.waivers;
    this.#ladder = options.ladder;
    this.#ladderVersion = options.ladderVersion;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Answers with the refs of services that got records. */
  async run(source: RecordImport): Promise<string[]> {
    const now = this.#now();
    const imported: string[] = [];
    for (const records of await source.load({ now })) {
      if (await this.#importService(source.id, records, now)) {
        imported.push(records.entityRef);
      }
    }
    this.#logger.info('Imported older records', {
      import: source.id,
      services: imported.length,
    });
    return imported;
  }

  async #importService(
    importId: string,
    records: MaturityRecords,
    now: Date,
  ): Promise<boolean> {
    const { entityRef } = records;
    const attestations = await this.#addAttestations(records);
    await this.#addWaivers(records);
    const waivers = await this.#waivers.list([entityRef]);
    return this.#store.importOnce({
      importId,
      entityRef,
      ladderVersion: this.#ladderVersion,
      evidence: [
        ...(records.evidence ?? []).map(item => ({
          ...item,
          firstSeenAt: item.firstSeenAt.toISOString(),
          lastSeenAt: item.lastSeenAt.toISOString(),
        })),
        ...attestationEvidence(attestations, now),
      ],
      replay: evidence =>
        replayHistory({ ladder: this.#ladder, evidence, waivers, now }),
      now,
    });
  }

  async #addAttestations(records: MaturityRecords): Promise<Attestation[]> {
    const { entityRef } = records;
    const added = (records.attestations ?? []).map(
      ({ key, createdAt, expiresAt, ...rest }) => ({
        key,
        attestation: {
          ...rest,
          id: randomUUID(),
          entityRef,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        },
      }),
    );
    for (const { key, attestation } of added) {
      await this.#attestations.import(attestation, toImportKey(key));
    }
    return added.map(({ attestation }) => attestation);
  }

  async #addWaivers(records: MaturityRecords) {
    const { entityRef } = records;
    for (const { key, ...waiver } of records.waivers ?? []) {
      await this.#waivers.import(
        {
          ...waiver,
          id: randomUUID(),
          entityRef,
          requestedAt: waiver.requestedAt.toISOString(),
          expiresAt: waiver.expiresAt.toISOString(),
          decidedAt: waiver.decidedAt?.toISOString(),
        },
        toImportKey(key),
      );
    }
  }
}

/**
 * The evidence that attestations would have given over time: each one until the
 * next one for the same criterion.
 */
function attestationEvidence(
  attestations: readonly Attestation[],
  now: Date,
): NewEvidence[] {
  return attestations.map(attestation => {
    const { criterionId, source, result, summary, link, validUntil } =
      toEvidence(attestation);
    const next = attestations
      .filter(
        other =>
          other.criterionId === criterionId &&
          other.createdAt > attestation.createdAt,
      )
      .map(other => other.createdAt)
      .sort()[0];
    return {
      criterionId: criterionId!,
      source,
      result,
      summary,
      link,
      validUntil: validUntil?.toISOString(),
      firstSeenAt: attestation.createdAt,
      lastSeenAt: next ?? now.toISOString(),
      supersededAt: next,
    };
  });
}

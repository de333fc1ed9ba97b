import { Attestation } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertOnce } from '../../database/insertOnce';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { Also } from '../../notifications/Notification';
import { AttestationStore } from './AttestationStore';

interface AttestationRow {
  id: string;
  entity_ref: string;
  criterion_id: string;
  statement: string;
  link: string | null;
  created_by: string;
  created_at: DatabaseTime;
  expires_at: DatabaseTime;
  withdrawn_by: string | null;
  withdrawn_at: DatabaseTime | null;
  idempotency_key: string;
}

function fromRow(row: AttestationRow): Attestation {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    criterionId: row.criterion_id,
    statement: row.statement,
    link: optionalText(row.link),
    createdBy: row.created_by,
    createdAt: toTimestamp(row.created_at),
    expiresAt: toTimestamp(row.expires_at),
    withdrawnBy: optionalText(row.withdrawn_by),
    withdrawnAt: optional(row.withdrawn_at, toTimestamp),
  };
}

function toRow(
  attestation: Attestation,
  idempotencyKey: string,
): AttestationRow {
  return {
    id: attestation.id,
    entity_ref: attestation.entityRef,
    criterion_id: attestation.criterionId,
    statement: attestation.statement,
    link: attestation.link ?? null,
    created_by: attestation.createdBy,
    created_at: new Date(attestation.createdAt),
    expires_at: new Date(attestation.expiresAt),
    withdrawn_by: null,
    withdrawn_at: null,
    idempotency_key: idempotencyKey,
  };
}

/** Keeps attestations in the plugin's database. */
export class DatabaseAttestationStore implements AttestationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    attestation: Attestation,
    idempotencyKey: string,
    also?: Also,
  ): Promise<Attestation> {
    return this.#knex.transaction(async transaction => {
      const row = toRow(attestation, idempotencyKey);
      const kept = await insertOnce({
        knex: transaction,
        table: 'maturity_attestations',
        row,
        author: 'created_by',
        identity: [
          'entity_ref',
          'criterion_id',
          'statement',
          'link',
          'expires_at',
        ],
      });
      if (kept.id === row.id) await also?.(transaction);
      return fromRow(kept);
    });
  }

  async import(attestation: Attestation, key: string): Promise<void> {
    await this.#knex('maturity_attestations')
      .insert(toRow(attestation, key))
      .onConflict(['created_by', 'idempotency_key'])
      .ignore();
  }

  async get(id: string): Promise<Attestation | undefined> {
    return optional(
      await this.#knex('maturity_attestations').where({ id }).first(),
      fromRow,
    );
  }

  async withdraw(id: string, by: string, at: Date): Promise<boolean> {
    const written = await this.#knex('maturity_attestations')
      .where({ id })
      .whereNull('withdrawn_at')
      .update({ withdrawn_by: by, withdrawn_at: at });
    return written > 0;
  }

  async list(entityRefs: readonly string[]): Promise<Attestation[]> {
    const rows: AttestationRow[] = await this.#knex('maturity_attestations')
      .whereIn('entity_ref', entityRefs)
      .orderBy('created_at', 'desc');
    return rows.map(fromRow);
  }
}

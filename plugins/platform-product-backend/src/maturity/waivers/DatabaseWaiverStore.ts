import { ConflictError } from '@backstage/errors';
import { WaiverStatus } from '@platform-product/backstage-plugin-common';
import { waiverStatus } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { VisibleServices } from '../../catalog/ServiceCatalog';
import { insertOnce } from '../../database/insertOnce';
import { lock } from '../../database/lock';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { Also } from '../../notifications/Notification';
import { whereListed } from '../../services/whereListed';
import { StoredWaiver, WaiverStore } from './WaiverStore';

const table = 'maturity_waivers';

interface WaiverRow {
  id: string;
  entity_ref: string;
  criterion_id: string;
  reason: string;
  requested_by: string;
  requested_at: DatabaseTime;
  expires_at: DatabaseTime;
  decision: 'approved' | 'denied' | null;
  decided_by: string | null;
  decided_at: DatabaseTime | null;
  note: string | null;
  revoked_by: string | null;
  revoked_at: DatabaseTime | null;
  idempotency_key: string;
}

function fromRow(row: WaiverRow): StoredWaiver {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    criterionId: row.criterion_id,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: toTimestamp(row.requested_at),
    expiresAt: toTimestamp(row.expires_at),
    decision: row.decision ?? undefined,
    decidedBy: optionalText(row.decided_by),
    decidedAt: optional(row.decided_at, toTimestamp),
    note: optionalText(row.note),
    revokedBy: optionalText(row.revoked_by),
    revokedAt: optional(row.revoked_at, toTimestamp),
  };
}

function toRow(waiver: StoredWaiver, idempotencyKey: string): WaiverRow {
  return {
    id: waiver.id,
    entity_ref: waiver.entityRef,
    criterion_id: waiver.criterionId,
    reason: waiver.reason,
    requested_by: waiver.requestedBy,
    requested_at: new Date(waiver.requestedAt),
    expires_at: new Date(waiver.expiresAt),
    decision: waiver.decision ?? null,
    decided_by: waiver.decidedBy ?? null,
    decided_at: optional(waiver.decidedAt, at => new Date(at)) ?? null,
    note: waiver.note ?? null,
    revoked_by: null,
    revoked_at: null,
    idempotency_key: idempotencyKey,
  };
}

async function refuseSecond(
  transaction: Knex.Transaction,
  { entityRef, criterionId, reason, requestedAt }: StoredWaiver,
) {
  const rows: WaiverRow[] = await transaction(table).where({
    entity_ref: entityRef,
    criterion_id: criterionId,
  });
  for (const kept of rows.map(fromRow)) {
    // Who came first may have been asked for a moment later.
    const at = [kept.requestedAt, requestedAt].sort()[1];
    const status = waiverStatus(kept, new Date(at));
    if (status === 'pending' || status === 'approved') {
      throw new ConflictError(
        `There is a waiver for this criterion already; it is ${status}`,
      );
    }
    if (status === 'denied' && kept.reason.trim() === reason.trim()) {
      throw new ConflictError(
        'The same waiver was denied; say what has changed',
      );
    }
  }
}

/** What `waiverStatus` says, as a condition on rows. */
function whereStatus(
  query: Knex.QueryBuilder,
  status: WaiverStatus,
  now: Date,
): Knex.QueryBuilder {
  if (status === 'revoked') return query.whereNotNull('revoked_at');
  query.whereNull('revoked_at');
  if (status === 'denied') return query.where('decision', 'denied');
  if (status === 'expired') {
    return query
      .where('expires_at', '<=', now)
      .where(open =>
        open.whereNull('decision').orWhere('decision', 'approved'),
      );
  }
  query.where('expires_at', '>', now);
  return status === 'approved'
    ? query.where('decision', 'approved')
    : query.whereNull('decision');
}

/** Keeps waivers in the plugin's database. */
export class DatabaseWaiverStore implements WaiverStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    waiver: StoredWaiver,
    idempotencyKey: string,
    also?: Also,
  ): Promise<StoredWaiver> {
    const row = toRow(waiver, idempotencyKey);
    return this.#knex.transaction(async transaction => {
      const { entity_ref, criterion_id } = row;
      await lock(transaction, `waiver ${entity_ref} ${criterion_id}`);
      const known = await transaction(table)
        .where({
          requested_by: row.requested_by,
          idempotency_key: idempotencyKey,
        })
        .first('id');
      if (!known) await refuseSecond(transaction, waiver);
      const kept = await insertOnce({
        knex: transaction,
        table,
        row,
        author: 'requested_by',
        identity: ['entity_ref', 'criterion_id', 'reason', 'expires_at'],
      });
      if (kept.id === row.id) await also?.(transaction);
      return fromRow(kept);
    });
  }

  async import(waiver: StoredWaiver, key: string): Promise<void> {
    await this.#knex(table)
      .insert(toRow(waiver, key))
      .onConflict(['requested_by', 'idempotency_key'])
      .ignore();
  }

  async get(id: string): Promise<StoredWaiver | undefined> {
    return optional(await this.#knex(table).where({ id }).first(), fromRow);
  }

  async decide(
    id: string,
    decision: {
      decision: 'approved' | 'denied';
      by: string;
      note?: string;
      at: Date;
    },
    also?: Also,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const written = await transaction(table)
        .where({ id })
        .whereNull('decision')
        .whereNull('revoked_at')
        .update({
          decision: decision.decision,
          decided_by: decision.by,
          decided_at: decision.at,
          note: decision.note ?? null,
        });
      if (written > 0) await also?.(transaction);
      return written > 0;
    });
  }

  async takeBack(
    id: string,
    { by, since }: { by: string; since: Date },
    also?: Also,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const waiver: WaiverRow | undefined = await transaction(table)
        .where({ id })
        .first();
      if (!waiver) return false;
      const { entity_ref, criterion_id } = waiver;
      await lock(transaction, `waiver ${entity_ref} ${criterion_id}`);
      const later = await transaction(table)
        .where({ entity_ref, criterion_id })
        .where('requested_at', '>=', since)
        .whereNot({ id })
        .whereNull('revoked_at')
        .first('id');
      if (later) return false;
      const written = await transaction(table)
        .where({ id, decided_by: by })
        .where('decided_at', '>=', since)
        .whereNull('revoked_at')
        .update({
          decision: null,
          decided_by: null,
          decided_at: null,
          note: null,
        });
      if (written > 0) await also?.(transaction);
      return written > 0;
    });
  }

  async revoke(id: string, by: string, at: Date): Promise<boolean> {
    const written = await this.#knex(table)
      .where({ id })
      .whereNull('revoked_at')
      .where(open => open.whereNull('decision').orWhere('decision', 'approved'))
      .update({ revoked_by: by, revoked_at: at });
    return written > 0;
  }

  async list(entityRefs: readonly string[]): Promise<StoredWaiver[]> {
    const rows: WaiverRow[] = await this.#knex(table)
      .whereIn('entity_ref', entityRefs)
      .orderBy('requested_at', 'desc');
    return rows.map(fromRow);
  }

  async listPending(options: {
    now: Date;
    notBy: string;
    limit: number;
  }): Promise<StoredWaiver[]> {
    const rows: WaiverRow[] = await this.#ofServices('all')
      .modify(query => whereStatus(query, 'pending', options.now))
      .whereNot('requested_by', options.notBy)
      .select(`${table}.*`)
      .orderBy(['requested_at', 'id'])
      .limit(options.limit);
    return rows.map(fromRow);
  }

  async listEnding(options: Parameters<WaiverStore['listEnding']>[0]) {
    const { now, before, after, limit } = options;
    const rows: WaiverRow[] = await this.#knex(table)
      .modify(query => whereStatus(query, 'approved', now))
      .where('expires_at', '<=', before)
      .whereNull('end_told_at')
      .modify(query => {
        if (after) query.where('id', '>', after);
      })
      .orderBy('id')
      .limit(limit);
    return rows.map(fromRow);
  }

  async noteEndTold(id: string, at: Date, also: Also): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const written = await transaction(table)
        .where({ id })
        .whereNull('end_told_at')
        .update({ end_told_at: at });
      if (written > 0) await also(transaction);
    });
  }

  async listAcross(options: Parameters<WaiverStore['listAcross']>[0]) {
    const { visible, statuses, now, offset, limit } = options;
    const matching = () =>
      this.#ofServices(visible).where(either => {
        for (const status of statuses ?? []) {
          either.orWhere(query => whereStatus(query, status, now));
        }
      });
    const [{ total }] = await matching().count({ total: '*' });
    const rows: Array<WaiverRow & { title: string }> = await matching()
      .select(`${table}.*`, 'services.title')
      .orderBy('requested_at', 'desc')
      .orderBy('id')
      .offset(offset)
      .limit(limit);
    return {
      items: rows.map(row => ({ ...fromRow(row), title: row.title })),
      totalItems: Number(total),
    };
  }

  #ofServices(visible: VisibleServices): Knex.QueryBuilder {
    return whereListed(
      this.#knex(table).join(
        'services',
        'services.entity_ref',
        `${table}.entity_ref`,
      ),
      visible,
    );
  }
}

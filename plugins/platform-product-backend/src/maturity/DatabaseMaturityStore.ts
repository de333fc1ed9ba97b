import { Knex } from 'knex';
import { insertMany } from '../database/insertMany';
import { chunksOf, optional, toDate } from '../database/values';
import { EvidenceRow, fromEvidenceRow, toEvidenceRow } from './evidenceRows';
import { fromHistoryRow, HistoryRow, toHistoryRow } from './historyRows';
import {
  AssessedService,
  AssessmentWrite,
  MaturityStore,
  NewEvidence,
  ServicePast,
  StoredEvidence,
} from './MaturityStore';
import { fromServiceRow, ServiceRow, toServiceRow } from './serviceRows';

/**
 * SQLite takes 32,766 variables in a statement, the fewest of the databases.
 */
const mostIdsPerStatement = 30_000;

/** Keeps assessments, evidence and level histories in the plugin's database. */
export class DatabaseMaturityStore implements MaturityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async loadForAssessment(entityRefs: readonly string[]) {
    const serviceRows: ServiceRow[] = await this.#knex(
      'maturity_services',
    ).whereIn('entity_ref', entityRefs);
    const evidenceRows: EvidenceRow[] = await this.#knex('maturity_evidence')
      .whereIn('entity_ref', entityRefs)
      .whereNull('superseded_at');

    const evidence = new Map<string, StoredEvidence[]>();
    for (const row of evidenceRows) {
      const known = evidence.get(row.entity_ref);
      if (known) known.push(fromEvidenceRow(row));
      else evidence.set(row.entity_ref, [fromEvidenceRow(row)]);
    }
    const services = new Map(
      serviceRows.map(row => [row.entity_ref, fromServiceRow(row)]),
    );
    const unassessed = entityRefs.filter(ref => !services.has(ref));
    return {
      services,
      evidence,
      pasts: await this.#findPasts(unassessed),
    };
  }

  async #findPasts(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ServicePast>> {
    if (!entityRefs.length) return new Map();
    const rows: HistoryRow[] = await this.#knex('maturity_history')
      .whereIn('entity_ref', entityRefs)
      .orderBy('id');
    const pasts = new Map<string, ServicePast>();
    for (const row of rows) {
      const past = pasts.get(row.entity_ref);
      const moved = !past || row.from_level !== row.to_level;
      pasts.set(row.entity_ref, {
        lastChange: fromHistoryRow(row),
        levelSince: moved ? toDate(row.at) : past.levelSince,
      });
    }
    return pasts;
  }

  async saveAssessments(
    writes: readonly AssessmentWrite[],
    now: Date,
  ): Promise<string[]> {
    return this.#knex.transaction(async transaction => {
      const changed = writes.filter(write => write.isChanged);
      const won = await this.#writeChanged(transaction, changed);
      await this.#touchUnchanged(
        transaction,
        writes.filter(write => !write.isChanged),
      );
      const lost = changed.filter(write => !won.has(write.service.entityRef));
      await this.#writeEvidence(
        transaction,
        writes.filter(write => !lost.includes(write)),
        now,
      );
      return lost.map(write => write.service.entityRef);
    });
  }

  /**
   * Writes services whose kept version is still the one that the assessment
   * started from. The upsert locks their rows until the transaction ends, in
   * the order of their refs, so that two writers can't wait for each other.
   */
  async #writeChanged(
    transaction: Knex.Transaction,
    writes: readonly AssessmentWrite[],
  ): Promise<ReadonlySet<string>> {
    if (!writes.length) return new Set();
    const rows = writes
      .map(write => toServiceRow(write.service))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    const written: Array<{ entity_ref: string }> = await transaction(
      'maturity_services',
    )
      .insert(rows)
      .onConflict('entity_ref')
      .merge()
      .whereRaw('maturity_services.version = excluded.version - 1')
      .returning('entity_ref');
    const won = new Set(written.map(row => row.entity_ref));

    const history = writes.flatMap(({ service, historyEntry }) =>
      historyEntry && won.has(service.entityRef)
        ? [toHistoryRow(service.entityRef, historyEntry, service.ladderVersion)]
        : [],
    );
    if (history.length) await transaction('maturity_history').insert(history);
    return won;
  }

  async #touchUnchanged(
    transaction: Knex.Transaction,
    writes: readonly AssessmentWrite[],
  ) {
    if (!writes.length) return;
    const { assessedAt } = writes[0].service;
    await transaction('maturity_services')
      .whereIn(
        'entity_ref',
        writes.map(write => write.service.entityRef),
      )
      .update({ assessed_at: assessedAt, gone_at: null });
  }

  async #writeEvidence(
    transaction: Knex.Transaction,
    writes: readonly AssessmentWrite[],
    now: Date,
  ) {
    const seen = writes.flatMap(write => write.evidence.seen);
    for (const ids of chunksOf(seen, mostIdsPerStatement)) {
      await transaction('maturity_evidence')
        .whereIn('id', ids)
        .whereNull('superseded_at')
        .update({ last_seen_at: now });
    }
    const superseded = writes.flatMap(write => write.evidence.superseded);
    for (const ids of chunksOf(superseded, mostIdsPerStatement)) {
      await transaction('maturity_evidence')
        .whereIn('id', ids)
        .update({ superseded_at: now });
    }
    const found = writes.flatMap(write =>
      write.evidence.found.map(evidence =>
        toEvidenceRow(write.service.entityRef, evidence),
      ),
    );
    await insertMany(transaction, 'maturity_evidence', found);
  }

  async getTitles(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const titles = new Map<string, string>();
    for (const some of chunksOf([...new Set(entityRefs)], 500)) {
      const rows: Array<{ entity_ref: string; title: string }> =
        await this.#knex('maturity_services')
          .whereIn('entity_ref', some)
          .whereNull('gone_at')
          .select('entity_ref', 'title');
      for (const row of rows) titles.set(row.entity_ref, row.title);
    }
    return titles;
  }

  async getService(entityRef: string): Promise<AssessedService | undefined> {
    const row: ServiceRow | undefined = await this.#knex('maturity_services')
      .where({ entity_ref: entityRef })
      .first();
    return optional(row, fromServiceRow);
  }

  async listEvidence(entityRef: string, at?: Date): Promise<StoredEvidence[]> {
    const rows: EvidenceRow[] = await this.#knex('maturity_evidence')
      .where({ entity_ref: entityRef })
      .modify(query => {
        if (!at) query.whereNull('superseded_at');
        else {
          query
            .where('first_seen_at', '<=', at)
            .where(current =>
              current
                .whereNull('superseded_at')
                .orWhere('superseded_at', '>', at),
            );
        }
      });
    return rows.map(fromEvidenceRow);
  }

  async listHistory(
    entityRef: string,
    options: { limit: number; before?: string },
  ) {
    const [{ total }] = await this.#knex('maturity_history')
      .where({ entity_ref: entityRef })
      .count({ total: '*' });
    const rows: HistoryRow[] = await this.#knex('maturity_history')
      .where({ entity_ref: entityRef })
      .modify(query => {
        if (options.before) query.where('id', '<', options.before);
      })
      .orderBy('id', 'desc')
      .limit(options.limit + 1);
    const page = rows.slice(0, options.limit);
    return {
      items: page.map(fromHistoryRow),
      totalItems: Number(total),
      next: rows.length > page.length ? String(page.at(-1)!.id) : undefined,
    };
  }

  async importOnce(
    options: Parameters<MaturityStore['importOnce']>[0],
  ): Promise<boolean> {
    const { importId, entityRef, evidence, ladderVersion } = options;
    return this.#knex.transaction(async transaction => {
      // Another backend that imports the same waits here for this one.
      const begun = await transaction('maturity_imports')
        .insert({
          import_id: importId,
          entity_ref: entityRef,
          imported_at: options.now,
        })
        .onConflict(['import_id', 'entity_ref'])
        .ignore()
        .returning('import_id');
      if (!begun.length) return false;

      const keyOf = ({ criterionId, source }: NewEvidence) =>
        JSON.stringify([criterionId, source]);
      const known = await listAllEvidence(transaction, entityRef);
      const keys = new Set(known.map(keyOf));
      const added = evidence.filter(item => !keys.has(keyOf(item)));
      await insertMany(
        transaction,
        'maturity_evidence',
        added.map(item => toEvidenceRow(entityRef, item)),
      );
      await transaction('maturity_history')
        .where({ entity_ref: entityRef })
        .delete();
      const changes = options.replay([...known, ...added]);
      if (changes.length) {
        await transaction('maturity_history').insert(
          changes.map(change => toHistoryRow(entityRef, change, ladderVersion)),
        );
      }
      return true;
    });
  }
}

async function listAllEvidence(
  knex: Knex,
  entityRef: string,
): Promise<NewEvidence[]> {
  const rows: EvidenceRow[] = await knex('maturity_evidence').where({
    entity_ref: entityRef,
  });
  return rows.map(fromEvidenceRow);
}

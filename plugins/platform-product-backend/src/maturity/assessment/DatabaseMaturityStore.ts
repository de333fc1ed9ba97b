import { Knex } from 'knex';
import { Also } from '../../notifications/Notification';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { insertMany } from '../../database/insertMany';
import { chunksOf, toDate } from '../../database/values';
import { ListedServiceRow } from '../../services/listedServiceRows';
import { ServiceListStore } from '../../services/ServiceListStore';
import { whereListed, whereRefs } from '../../services/whereListed';
import { EvidenceRow, fromEvidenceRow, toEvidenceRow } from './evidenceRows';
import { fromHistoryRow, HistoryRow, toHistoryRow } from './historyRows';
import { LevelMove } from '../Levels';
import { levelFigures, levelFiguresOf, titlesOf } from './levelFigures';
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
  readonly #list: ServiceListStore;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: {
    knex: Knex;
    /** Where the services and their levels are listed. */
    serviceList: ServiceListStore;
    ladder: Ladder;
  }) {
    this.#knex = options.knex;
    this.#list = options.serviceList;
    this.#titles = titlesOf(options.ladder);
  }

  async loadForAssessment(entityRefs: readonly string[]) {
    const known = await this.listServices(entityRefs);
    const evidenceRows: EvidenceRow[] = await this.#knex('maturity_evidence')
      .whereIn('entity_ref', entityRefs)
      .whereNull('superseded_at');

    const evidence = new Map<string, StoredEvidence[]>();
    for (const row of evidenceRows) {
      const own = evidence.get(row.entity_ref);
      if (own) own.push(fromEvidenceRow(row));
      else evidence.set(row.entity_ref, [fromEvidenceRow(row)]);
    }
    const services = new Map(
      known.map(service => [service.entityRef, service]),
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
    also?: Also<ReadonlySet<string>>,
  ): Promise<string[]> {
    return this.#knex.transaction(async transaction => {
      const changed = writes.filter(write => write.isChanged);
      const won = await this.#writeChanged(transaction, changed);
      const lost = changed.filter(write => !won.has(write.service.entityRef));
      const kept = writes.filter(write => !lost.includes(write));
      await this.#list.save(
        transaction,
        kept.map(({ service }) => service),
      );
      await this.#writeFigures(
        transaction,
        kept.filter(write => write.isChanged),
      );
      await this.#writeEvidence(transaction, kept, now);
      await also?.(transaction, won);
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

  async #writeFigures(
    transaction: Knex.Transaction,
    writes: readonly AssessmentWrite[],
  ) {
    await this.#list.saveFigures(transaction, {
      figures: levelFigures,
      entityRefs: writes.map(({ service }) => service.entityRef),
      found: writes.flatMap(({ service }) =>
        levelFiguresOf(service, this.#titles),
      ),
    });
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

  async getService(entityRef: string): Promise<AssessedService | undefined> {
    const [service] = await this.listServices([entityRef]);
    return service;
  }

  async listServices(
    entityRefs: readonly string[],
  ): Promise<AssessedService[]> {
    const rows: Array<ServiceRow & ListedServiceRow> = await whereRefs(
      this.#knex('maturity_services').join(
        'services',
        'services.entity_ref',
        'maturity_services.entity_ref',
      ),
      'maturity_services.entity_ref',
      entityRefs,
    );
    return rows.map(fromServiceRow);
  }

  async listMoves(
    options: Parameters<MaturityStore['listMoves']>[0],
  ): Promise<LevelMove[]> {
    const levelAt = (at: Date, name: string) =>
      this.#knex('maturity_history')
        .select('to_level')
        .whereRaw('maturity_history.entity_ref = maturity_services.entity_ref')
        .where('at', '<=', at)
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(1)
        .as(name);
    const levels = whereListed(
      this.#knex('maturity_services').join(
        'services',
        'services.entity_ref',
        'maturity_services.entity_ref',
      ),
      options.visible,
    ).select(
      'level',
      'at_risk_until',
      levelAt(options.monthAgo, 'month_ago'),
      levelAt(options.yearAgo, 'year_ago'),
    );
    const rows: Array<{
      level: number;
      month_ago: number | null;
      year_ago: number | null;
      total: number | string;
      at_risk: number | string;
    }> = await this.#knex
      .from(levels.as('levels'))
      .select('level', 'month_ago', 'year_ago')
      .count({ total: '*', at_risk: 'at_risk_until' })
      .groupBy('level', 'month_ago', 'year_ago');
    return rows.map(row => ({
      level: row.level,
      monthAgo: row.month_ago ?? undefined,
      yearAgo: row.year_ago ?? undefined,
      count: Number(row.total),
      atRisk: Number(row.at_risk),
    }));
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

import {
  Research,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertOnce } from '../../database/insertOnce';
import { renamePerson } from '../../database/renamePerson';
import {
  chunksOf,
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { KindCount, ResearchStore } from './ResearchStore';

const research = 'satisfaction_research';
const mostValues = 400;

interface ResearchRow {
  id: string;
  entity_ref: string;
  kind: ResearchKind;
  date: string;
  team: string | null;
  learned: string;
  follows: string | null;
  link: string | null;
  created_by: string;
  created_at: DatabaseTime;
  idempotency_key: string;
}

function fromRow(row: ResearchRow): Research {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    date: row.date,
    team: optionalText(row.team),
    learned: row.learned,
    follows: optionalText(row.follows),
    link: optionalText(row.link),
    by: row.created_by,
    at: toTimestamp(row.created_at),
  };
}

/** The row of an entry. */
export function toResearchRow(
  entry: Research,
  idempotencyKey: string,
): ResearchRow {
  return {
    id: entry.id,
    entity_ref: entry.entityRef,
    kind: entry.kind,
    date: entry.date,
    team: entry.team ?? null,
    learned: entry.learned,
    follows: entry.follows ?? null,
    link: entry.link ?? null,
    created_by: entry.by,
    created_at: new Date(entry.at),
    idempotency_key: idempotencyKey,
  };
}

/** Keeps research logs in the plugin's database. */
export class DatabaseResearchStore implements ResearchStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list({
    entityRef,
    offset,
    limit,
  }: Parameters<ResearchStore['list']>[0]) {
    const own = this.#knex(research).where('entity_ref', entityRef);
    const [{ total }]: Array<{ total: number | string }> = await own
      .clone()
      .count({ total: '*' });
    const rows: ResearchRow[] = await own
      .orderBy([
        { column: 'date', order: 'desc' },
        { column: 'created_at', order: 'desc' },
        { column: 'id' },
      ])
      .offset(offset)
      .limit(limit);
    return { items: rows.map(fromRow), totalItems: Number(total) };
  }

  async countKinds(entityRefs: readonly string[], since: string) {
    const counts: KindCount[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<
        Pick<ResearchRow, 'entity_ref' | 'kind'> & { total: number | string }
      > = await this.#knex(research)
        .whereIn('entity_ref', some)
        .where('date', '>=', since)
        .groupBy('entity_ref', 'kind')
        .select('entity_ref', 'kind')
        .count({ total: '*' });
      for (const { entity_ref: entityRef, kind, total } of rows) {
        counts.push({ entityRef, kind, count: Number(total) });
      }
    }
    return counts;
  }

  async get(id: string): Promise<Research | undefined> {
    return optional(await this.#knex(research).where({ id }).first(), fromRow);
  }

  async add(entry: Research, idempotencyKey: string): Promise<Research> {
    const row = toResearchRow(entry, idempotencyKey);
    return fromRow(
      await insertOnce({
        knex: this.#knex,
        table: research,
        row,
        author: 'created_by',
        identity: ['entity_ref', 'kind', 'date', 'learned'],
      }),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#knex(research).where({ id }).delete();
  }

  async rename(
    transaction: Knex.Transaction,
    person: { readonly userRef: string; readonly replacement: string },
  ): Promise<void> {
    await renamePerson(transaction, { [research]: ['created_by'] }, person);
  }
}

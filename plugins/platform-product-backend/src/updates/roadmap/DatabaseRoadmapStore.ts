import { ConflictError } from '@backstage/errors';
import {
  placeBefore,
  plannedStages,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { insertOnce } from '../../database/insertOnce';
import { lock } from '../../database/lock';
import { chunksOf } from '../../database/values';
import { Also } from '../../notifications/Notification';
import { FieldError } from '../../operations/FieldError';
import { Within } from '../../services/DigestSource';
import {
  RoadmapRow,
  toRoadmapItem,
  toRoadmapRow,
  wordsOf,
} from './roadmapRows';
import {
  RoadmapItemWords,
  RoadmapStore,
  RoadmapTally,
  StoredRoadmapItem,
} from './RoadmapStore';

const items = 'updates_roadmap_items';
const told = 'updates_roadmap_told';
const mostValues = 400;
/** What a team works on, or will; a roadmap is shown whole. */
const mostPlanned = 200;

const byStage = `case stage ${plannedStages
  .map((stage, index) => `when '${stage}' then ${index}`)
  .join(' ')} end`;

/** Two writers at once must not see the same places. */
const lockRoadmap = (transaction: Knex.Transaction, entityRef: string) =>
  lock(transaction, `roadmap ${entityRef}`);

/** Keeps roadmaps in the plugin's database. */
export class DatabaseRoadmapStore implements RoadmapStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(item: StoredRoadmapItem, key: string): Promise<StoredRoadmapItem> {
    const { entityRef, stage } = item;
    const kept = await this.#knex.transaction(async transaction => {
      await lockRoadmap(transaction, entityRef);
      const planned = await transaction(items)
        .where('entity_ref', entityRef)
        .whereNot('stage', 'shipped')
        .select('stage', 'position');
      const last = Math.max(
        -1,
        ...planned
          .filter(one => one.stage === stage)
          .map(({ position }) => Number(position)),
      );
      const row: RoadmapRow = await insertOnce({
        knex: transaction,
        table: items,
        row: toRoadmapRow(item, { key, position: last + 1 }),
        author: 'created_by',
        identity: ['entity_ref', 'title'],
      });
      if (row.id === item.id && planned.length >= mostPlanned) {
        throw new ConflictError(
          `There are ${mostPlanned} items on the roadmap that have not shipped; take some off it`,
        );
      }
      return row;
    });
    return toRoadmapItem(kept);
  }

  async get(id: string): Promise<StoredRoadmapItem | undefined> {
    const row: RoadmapRow | undefined = await this.#knex(items)
      .where({ id })
      .first();
    return row && toRoadmapItem(row);
  }

  async list(options: Parameters<RoadmapStore['list']>[0]) {
    const { entityRef, withDrafts, shipped } = options;
    const visible = () =>
      this.#knex(items)
        .where('entity_ref', entityRef)
        .modify(query => {
          if (!withDrafts) query.where('is_draft', false);
        });
    const done = () => visible().where('stage', 'shipped');
    const planned: RoadmapRow[] = await visible()
      .whereNot('stage', 'shipped')
      .orderByRaw(byStage)
      .orderBy(['position', 'id']);
    const newest: RoadmapRow[] = await done()
      .orderBy('shipped_at', 'desc')
      .orderBy('id')
      .limit(shipped);
    const [{ total }] = await done().count({ total: '*' });
    return {
      items: [...planned, ...newest].map(toRoadmapItem),
      totalShipped: Number(total),
    };
  }

  async change(
    { id, version }: Pick<StoredRoadmapItem, 'id' | 'version'>,
    words: RoadmapItemWords,
    also?: Also,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const written = await transaction(items)
        .where({ id, version })
        .update({ ...wordsOf(words), version: version + 1 });
      if (!written) return false;
      await also?.(transaction);
      return true;
    });
  }

  async move(
    { id, entityRef, version }: Parameters<RoadmapStore['move']>[0],
    to: Parameters<RoadmapStore['move']>[1],
    also?: Also,
  ): Promise<boolean> {
    const { stage, before, stageSince, shippedAt } = to;
    return this.#knex.transaction(async transaction => {
      await lockRoadmap(transaction, entityRef);
      const written = await transaction(items)
        .where({ id, version })
        .update({
          stage,
          stage_since: new Date(stageSince),
          shipped_at: shippedAt ? new Date(shippedAt) : null,
          version: version + 1,
        });
      if (!written) return false;
      if (stage !== 'shipped') {
        await this.#place(transaction, { id, entityRef, stage, before });
      }
      await also?.(transaction);
      return true;
    });
  }

  async remove(id: string): Promise<void> {
    await this.#knex(items).where({ id }).delete();
  }

  async noteTold(
    transaction: Knex.Transaction,
    id: string,
    userRefs: readonly string[],
  ): Promise<string[]> {
    const fresh: string[] = [];
    for (const some of chunksOf([...new Set(userRefs)], mostValues)) {
      const added: Array<{ user_ref: string }> = await transaction(told)
        .insert(some.map(user_ref => ({ item_id: id, user_ref })))
        .onConflict(['item_id', 'user_ref'])
        .ignore()
        .returning('user_ref');
      fresh.push(...added.map(({ user_ref }) => user_ref));
    }
    return fresh;
  }

  async listTold(ids: readonly string[]) {
    const found = new Map<string, Set<string>>();
    for (const some of chunksOf(ids, mostValues)) {
      const rows: Array<{ item_id: string; user_ref: string }> =
        await this.#knex(told).whereIn('item_id', some);
      for (const { item_id: id, user_ref: userRef } of rows) {
        found.set(id, (found.get(id) ?? new Set()).add(userRef));
      }
    }
    return found;
  }

  async tally(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<RoadmapTally[]> {
    const found: RoadmapTally[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<{
        entity_ref: string;
        total: number | string;
        moved: number | string;
      }> = await this.#knex(items)
        .whereIn('entity_ref', some)
        .where('is_draft', false)
        .groupBy('entity_ref')
        .select('entity_ref')
        .count({ total: '*' })
        .select({
          moved: this.#knex.raw(
            'sum(case when stage_since >= ? then 1 else 0 end)',
            [since],
          ),
        });
      found.push(
        ...rows.map(({ entity_ref: entityRef, total, moved }) => ({
          entityRef,
          total: Number(total),
          movedLately: Number(moved),
        })),
      );
    }
    return found;
  }

  async listShipped(entityRefs: readonly string[], since: Date) {
    const rows: RoadmapRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(
        ...(await this.#knex(items)
          .whereIn('entity_ref', some)
          .where({ stage: 'shipped', is_draft: false })
          .where('shipped_at', '>=', since)
          .orderBy('id')),
      );
    }
    return rows.map(toRoadmapItem);
  }

  async countNews({ since, until }: Within) {
    const rows: Array<{ entity_ref: string; total: number | string }> =
      await this.#knex(items)
        .where('is_draft', false)
        .where('stage_since', '>', since)
        .where('stage_since', '<=', until)
        .groupBy('entity_ref')
        .select('entity_ref')
        .count({ total: '*' });
    return rows.map(row => ({
      entityRef: row.entity_ref,
      count: Number(row.total),
    }));
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(items).where('shipped_at', '<', before).delete();
  }

  /** Numbers a stage anew, where the places have changed. */
  async #place(
    transaction: Knex.Transaction,
    moved: Pick<StoredRoadmapItem, 'id' | 'entityRef' | 'stage'> & {
      readonly before?: string;
    },
  ): Promise<void> {
    const { id, entityRef, stage, before } = moved;
    const column: Array<Pick<RoadmapRow, 'id' | 'position'>> =
      await transaction(items)
        .where({ entity_ref: entityRef, stage })
        .orderBy(['position', 'id'])
        .select('id', 'position');
    const placed = placeBefore(
      column.map(row => row.id),
      id,
      before,
    );
    if (!placed) {
      throw new FieldError('before', 'is no other item of that stage');
    }
    const known = new Map(column.map(row => [row.id, Number(row.position)]));
    for (const [position, one] of placed.entries()) {
      if (known.get(one) === position) continue;
      await transaction(items).where('id', one).update({ position });
    }
  }
}

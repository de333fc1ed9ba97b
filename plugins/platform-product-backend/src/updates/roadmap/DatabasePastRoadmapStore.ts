import { Knex } from 'knex';
import { lock } from '../../database/lock';
import { importOnce } from '../importOnce';
import { PastRoadmapStore } from './PastRoadmapStore';
import { toRoadmapRow } from './roadmapRows';
import { StoredRoadmapItem } from './RoadmapStore';

const items = 'updates_roadmap_items';

/** Keeps past roadmaps in the plugin's database. */
export class DatabasePastRoadmapStore implements PastRoadmapStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(past: readonly StoredRoadmapItem[]): Promise<void> {
    for (const item of past) await this.#addOne(item);
  }

  async #addOne(item: StoredRoadmapItem): Promise<void> {
    const { id, entityRef, stage } = item;
    await importOnce(this.#knex, id, async transaction => {
      await lock(transaction, `roadmap ${entityRef}`);
      const [{ last }] = await transaction(items)
        .where({ entity_ref: entityRef, stage })
        .max({ last: 'position' });
      const place = { key: id, position: Number(last ?? -1) + 1 };
      await transaction(items).insert(toRoadmapRow(item, place));
    });
  }
}

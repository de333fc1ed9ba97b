import { Knex } from 'knex';
import { chunksOf } from '../../database/values';
import { withholdContent } from '../../database/withholdContent';
import { TallyRow } from '../answers/answerRows';
import { ReleaseMaking, ReleaseRow } from './ReleaseMaking';
import {
  AnsweredService,
  ReleaseStore,
  ServicePage,
  StoredRelease,
} from './ReleaseStore';

const tallies = 'satisfaction_tallies';
const releases = 'satisfaction_releases';

const mostValues = 400;

const toService = (row: Pick<TallyRow, 'round_id' | 'entity_ref'>) => ({
  roundId: row.round_id,
  entityRef: row.entity_ref,
});

const toRelease = (row: ReleaseRow): StoredRelease => ({
  ...toService(row),
  figures: JSON.parse(row.figures),
});

/** Makes releases in the plugin's database. */
export class DatabaseReleaseStore implements ReleaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listDirty(
    roundId: string,
    page: ServicePage,
  ): Promise<AnsweredService[]> {
    const rows: TallyRow[] = await this.#knex(tallies)
      .where({ round_id: roundId, is_dirty: true })
      .where('entity_ref', '>', page.after)
      .orderBy('entity_ref')
      .limit(page.limit);
    return rows.map(toService);
  }

  async listAnswered(
    roundId: string,
    page: ServicePage,
  ): Promise<AnsweredService[]> {
    const rows: TallyRow[] = await this.#knex(tallies)
      .where({ round_id: roundId })
      .where('entity_ref', '>', page.after)
      .orderBy('entity_ref')
      .limit(page.limit);
    return rows.map(toService);
  }

  async make(
    service: AnsweredService,
    plan: Parameters<ReleaseStore['make']>[1],
    options: Parameters<ReleaseStore['make']>[2],
  ): Promise<boolean> {
    return withholdContent(() =>
      this.#knex.transaction(transaction =>
        new ReleaseMaking(transaction, service).make(plan, options),
      ),
    );
  }

  async forget(service: AnsweredService): Promise<void> {
    await withholdContent(() =>
      this.#knex.transaction(transaction =>
        new ReleaseMaking(transaction, service).forget(),
      ),
    );
  }

  async listOf(entityRefs: readonly string[]): Promise<StoredRelease[]> {
    const rows: ReleaseRow[] = [];
    for (const some of chunksOf(entityRefs, mostValues)) {
      rows.push(
        ...(await this.#knex(releases)
          .whereIn('entity_ref', some)
          .where('is_newest', true)),
      );
    }
    return rows.map(toRelease);
  }

  async listIn(roundIds: readonly string[]): Promise<StoredRelease[]> {
    const rows: ReleaseRow[] = await this.#knex(releases)
      .whereIn('round_id', roundIds)
      .where('is_newest', true)
      .orderBy('entity_ref');
    return rows.map(toRelease);
  }
}

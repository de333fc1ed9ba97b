import { expertiseVersion } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { lock } from '../../database/lock';
import { chunksOf } from '../../database/values';
import {
  ChangeRow,
  fromChange,
  fromReview,
  RepositoryRow,
  ReviewRow,
  toChange,
  toRepository,
} from './changeRows';
import { addExpertise } from './DatabaseExpertiseStore';
import {
  ChangeRecord,
  HistoryRepository,
  ReviewHistoryStore,
  StoredChange,
} from './ReviewHistoryStore';

const mostValues = 400;

/** Keeps review history in the plugin's database. */
export class DatabaseReviewHistoryStore implements ReviewHistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ensureRepositories(
    repositories: ReadonlyArray<{ url: string; source: string }>,
  ): Promise<HistoryRepository[]> {
    const known = new Map(
      (await this.listRepositories(repositories.map(({ url }) => url))).map(
        repository => [repository.url, repository],
      ),
    );
    for (const { url, source } of repositories) {
      const repository = known.get(url);
      if (!repository) {
        await this.#knex('reviewers_repositories')
          .insert({ url, source, expertise_version: expertiseVersion })
          .onConflict('url')
          .ignore();
      } else if (repository.source !== source) {
        await this.#startAnew(repository.id, source);
      }
    }
    return this.listRepositories(repositories.map(({ url }) => url));
  }

  async noteWanted(repositoryIds: readonly number[], at: Date): Promise<void> {
    for (const some of chunksOf(repositoryIds, mostValues)) {
      await this.#knex('reviewers_repositories')
        .whereIn('id', some)
        .update({ wanted_at: at });
    }
  }

  async forgetUnwanted(since: Date): Promise<number> {
    return this.#knex('reviewers_repositories')
      .where('wanted_at', '<', since)
      .delete();
  }

  async forgetRenamed(wantedAt: Date): Promise<number> {
    const renamed: Array<Pick<RepositoryRow, 'id'>> = await this.#knex(
      'reviewers_repositories as before',
    )
      .join('reviewers_repositories as after', both =>
        both
          .on('after.forge_id', 'before.forge_id')
          .andOn('after.source', 'before.source'),
      )
      .where('before.wanted_at', '<', wantedAt)
      .where('after.wanted_at', '>=', wantedAt)
      .whereNotNull('after.synced_at')
      .select('before.id');
    let forgotten = 0;
    for (const some of chunksOf(renamed, mostValues)) {
      forgotten += await this.#knex('reviewers_repositories')
        .whereIn(
          'id',
          some.map(({ id }) => id),
        )
        .delete();
    }
    return forgotten;
  }

  async listRepositories(
    urls: readonly string[],
  ): Promise<HistoryRepository[]> {
    const rows: RepositoryRow[] = [];
    for (const some of chunksOf([...new Set(urls)], mostValues)) {
      rows.push(
        ...(await this.#knex('reviewers_repositories').whereIn('url', some)),
      );
    }
    return rows.map(toRepository);
  }

  async findRepositories(named: {
    readonly source: string;
    readonly url: string;
    readonly forgeId?: string;
  }): Promise<HistoryRepository[]> {
    const { source, url, forgeId } = named;
    const rows: RepositoryRow[] = await this.#knex('reviewers_repositories')
      .where({ source })
      .andWhere(either => {
        either.where({ url }).orWhere({ forge_url: url });
        if (forgeId) either.orWhere({ forge_id: forgeId });
      })
      .orderBy('id');
    // A name that one repository had may be that of another one by now.
    const isOther = (row: RepositoryRow) =>
      row.url !== url && forgeId && row.forge_id && row.forge_id !== forgeId;
    return rows.filter(row => !isOther(row)).map(toRepository);
  }

  async savePage(
    repositoryId: number,
    page: Parameters<ReviewHistoryStore['savePage']>[1],
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await lock(transaction, `review history ${repositoryId}`);
      const newest = new Map<string, ChangeRecord>();
      for (const change of page.changes) {
        const other = newest.get(change.changeId);
        if (!other || other.updatedAt <= change.updatedAt) {
          newest.set(change.changeId, change);
        }
      }
      const known = await this.#list(transaction, changes =>
        changes
          .where('repository_id', repositoryId)
          .whereIn('change_id', [...newest.keys()]),
      );
      const byId = new Map(known.map(change => [change.changeId, change]));
      const moves = [...newest.values()].flatMap(to => {
        const from = byId.get(to.changeId);
        return from && from.updatedAt > to.updatedAt ? [] : [{ from, to }];
      });
      await this.#write(transaction, repositoryId, moves);
      await addExpertise(transaction, repositoryId, moves);
      const repository = () =>
        transaction('reviewers_repositories').where('id', repositoryId);
      if (moves.length) await repository().increment('revision');
      const told = Object.entries({
        cursor: page.cursor,
        forge_id: page.forgeId,
        forge_url: page.forgeUrl,
      }).filter(([, value]) => value !== undefined);
      if (told.length) await repository().update(Object.fromEntries(told));
    });
  }

  async endSync(
    repositoryId: number,
    end: { readonly syncedAt: Date } | { readonly error: string },
  ): Promise<void> {
    await this.#knex('reviewers_repositories')
      .where('id', repositoryId)
      .update(
        'error' in end
          ? { error: end.error }
          : { synced_at: end.syncedAt, error: null },
      );
  }

  async rebuildExpertise(
    repositoryId: number,
    options: { readonly evenIfCurrent?: boolean } = {},
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `review history ${repositoryId}`);
      const repository: RepositoryRow | undefined = await transaction(
        'reviewers_repositories',
      )
        .where('id', repositoryId)
        .first();
      const isCurrent = repository?.expertise_version === expertiseVersion;
      if (!repository || (isCurrent && !options.evenIfCurrent)) return false;
      for (const table of ['reviewers_expertise', 'reviewers_pairs']) {
        await transaction(table).where('repository_id', repositoryId).delete();
      }
      let last: number | string = 0;
      for (;;) {
        const after = last;
        const changes: StoredChange[] = await this.#list(transaction, query =>
          query
            .where('repository_id', repositoryId)
            .where('id', '>', after)
            .limit(mostValues),
        );
        if (!changes.length) break;
        await addExpertise(
          transaction,
          repositoryId,
          changes.map(to => ({ to })),
        );
        last = changes[changes.length - 1].id;
      }
      await transaction('reviewers_repositories')
        .where('id', repositoryId)
        .increment('revision')
        .update({ expertise_version: expertiseVersion });
      return true;
    });
  }

  async listChanges(
    repositoryIds: readonly number[],
    since: Date,
  ): Promise<StoredChange[]> {
    return this.#list(this.#knex, changes =>
      changes
        .whereIn('repository_id', repositoryIds)
        .andWhere(either =>
          either
            .where('ready_at', '>=', since)
            .orWhere('merged_at', '>=', since)
            .orWhereNull('closed_at'),
        ),
    );
  }

  async getChange(
    repositoryId: number,
    changeId: string,
  ): Promise<StoredChange | undefined> {
    const [change] = await this.#list(this.#knex, changes =>
      changes.where({ repository_id: repositoryId, change_id: changeId }),
    );
    return change;
  }

  async countChanges(repositoryId: number): Promise<number> {
    const row = await this.#knex('reviewers_changes')
      .where('repository_id', repositoryId)
      .count({ total: '*' })
      .first();
    return Number(row?.total ?? 0);
  }

  async countAwaited(
    people: readonly string[],
    movedSince: Date,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const some of chunksOf(people, mostValues)) {
      const rows: Array<{ person: string; total: number | string }> =
        await this.#knex('reviewers_reviews')
          .join('reviewers_changes', 'reviewers_changes.id', 'change')
          .whereIn('person', some)
          .where('is_awaited', true)
          .where('reviewers_changes.updated_at', '>=', movedSince)
          .groupBy('person')
          .select('person')
          .count({ total: '*' });
      for (const row of rows) counts.set(row.person, Number(row.total));
    }
    return counts;
  }

  /** Another source has cursors and ids of its own. */
  async #startAnew(repositoryId: number, source: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await lock(transaction, `review history ${repositoryId}`);
      for (const table of [
        'reviewers_changes',
        'reviewers_expertise',
        'reviewers_pairs',
      ]) {
        await transaction(table).where('repository_id', repositoryId).delete();
      }
      await transaction('reviewers_repositories')
        .where('id', repositoryId)
        .increment('revision')
        .update({
          source,
          cursor: null,
          forge_id: null,
          forge_url: null,
          synced_at: null,
          error: null,
        });
    });
  }

  async #list(
    knex: Knex,
    narrow: (changes: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<StoredChange[]> {
    const rows: ChangeRow[] = await narrow(
      knex('reviewers_changes').orderBy('id'),
    );
    if (!rows.length) return [];
    const reviews: ReviewRow[] = await knex('reviewers_reviews')
      .whereIn(
        'change',
        narrow(knex('reviewers_changes').orderBy('id').select('id')),
      )
      .orderBy('id');
    const byChange = new Map<string, ReviewRow[]>();
    for (const review of reviews) {
      const key = String(review.change);
      const known = byChange.get(key);
      if (known) known.push(review);
      else byChange.set(key, [review]);
    }
    return rows.map(row => toChange(row, byChange.get(String(row.id)) ?? []));
  }

  async #write(
    transaction: Knex.Transaction,
    repositoryId: number,
    moves: ReadonlyArray<{ from?: StoredChange; to: ChangeRecord }>,
  ): Promise<void> {
    if (!moves.length) return;
    const columns = Object.keys(fromChange(repositoryId, moves[0].to)).filter(
      column => column !== 'repository_id' && column !== 'change_id',
    );
    await insertMany(
      transaction,
      'reviewers_changes',
      moves.map(({ to }) => fromChange(repositoryId, to)),
      {
        onConflict: `on conflict (repository_id, change_id) do update set ${columns
          .map(column => `${column} = excluded.${column}`)
          .join(', ')}`,
      },
    );
    const rows: Array<Pick<ChangeRow, 'id' | 'change_id'>> = await transaction(
      'reviewers_changes',
    )
      .where('repository_id', repositoryId)
      .whereIn(
        'change_id',
        moves.map(({ to }) => to.changeId),
      )
      .select('id', 'change_id');
    const ids = new Map(rows.map(row => [row.change_id, row.id]));
    await transaction('reviewers_reviews')
      .whereIn('change', [...ids.values()])
      .delete();
    await insertMany(
      transaction,
      'reviewers_reviews',
      moves.flatMap(({ to }) =>
        to.reviews.map(review => fromReview(ids.get(to.changeId) ?? 0, review)),
      ),
    );
  }
}

import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { insertMany } from '../../database/insertMany';
import {
  chunksOf,
  DatabaseTime,
  optional,
  toDate,
} from '../../database/values';
import { latest } from '../latest';
import {
  ExpertiseState,
  ExpertiseStore,
  PairExpertise,
  PathExpertise,
} from './ExpertiseStore';
import { everybody, planExpertise } from './planExpertise';

const mostPaths = 400;

interface ExpertiseRow {
  path: string;
  person: string;
  reviews_slow: number;
  reviews_fast: number;
  changes_slow: number;
  changes_fast: number;
  review_count: number;
  change_count: number;
  last_reviewed_at: DatabaseTime | null;
  last_changed_at: DatabaseTime | null;
}

function toExpertise(row: ExpertiseRow): PathExpertise {
  const lastReviewedAt = optional(row.last_reviewed_at, toDate);
  const lastChangedAt = optional(row.last_changed_at, toDate);
  return {
    path: row.path,
    person: row.person,
    reviews: { slow: row.reviews_slow, fast: row.reviews_fast },
    changes: { slow: row.changes_slow, fast: row.changes_fast },
    reviewCount: row.review_count,
    changeCount: row.change_count,
    lastReviewedAt,
    lastChangedAt,
    lastAt: latest(lastReviewedAt, lastChangedAt),
  };
}

/** Keeps sums of reviews and changes in the plugin's database. */
export class DatabaseExpertiseStore implements ExpertiseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listAt(
    { id }: ExpertiseState,
    options: {
      readonly paths: readonly string[];
      readonly people: readonly string[];
    },
  ): Promise<PathExpertise[]> {
    const rows: ExpertiseRow[] = [];
    for (const some of chunksOf(options.paths, mostPaths)) {
      rows.push(
        ...(await this.#knex('reviewers_expertise')
          .where('repository_id', id)
          .whereIn('path', some)
          .whereIn('person', options.people)),
      );
    }
    return rows.map(toExpertise);
  }

  async listMostActive(
    { id }: ExpertiseState,
    options: { readonly paths: readonly string[]; readonly limit: number },
  ): Promise<PathExpertise[]> {
    const rows: ExpertiseRow[] = await this.#knex('reviewers_expertise')
      .where('repository_id', id)
      .whereIn('path', options.paths)
      .whereNot('person', everybody)
      .orderByRaw('reviews_slow + changes_slow desc')
      .limit(options.limit);
    return rows.map(toExpertise);
  }

  async listPairs(
    { id }: ExpertiseState,
    authors: readonly string[],
  ): Promise<PairExpertise[]> {
    const rows = await this.#knex('reviewers_pairs')
      .where('repository_id', id)
      .whereIn('author', authors);
    return rows.map(row => ({
      author: row.author,
      reviewer: row.reviewer,
      reviews: { slow: row.reviews_slow, fast: row.reviews_fast },
      reviewCount: row.review_count,
    }));
  }
}

/** Adds what some changes teach to the sums, within a transaction. */
export async function addExpertise(
  transaction: Knex.Transaction,
  repositoryId: number,
  moves: Parameters<typeof planExpertise>[0],
): Promise<void> {
  const { expertise, pairs } = planExpertise(moves);
  const sum = (table: string, column: string) =>
    `${column} = ${table}.${column} + excluded.${column}`;
  const newest = (table: string, column: string) =>
    isPostgres(transaction)
      ? `${column} = greatest(${table}.${column}, excluded.${column})`
      : `${column} = max(coalesce(${table}.${column}, excluded.${column}), coalesce(excluded.${column}, ${table}.${column}))`;
  await insertMany(
    transaction,
    'reviewers_expertise',
    expertise.map(delta => ({ repository_id: repositoryId, ...delta })),
    {
      onConflict: `on conflict (repository_id, path, person) do update set ${[
        ...[
          'reviews_slow',
          'reviews_fast',
          'changes_slow',
          'changes_fast',
          'review_count',
          'change_count',
        ].map(column => sum('reviewers_expertise', column)),
        ...['last_reviewed_at', 'last_changed_at'].map(column =>
          newest('reviewers_expertise', column),
        ),
      ].join(', ')}`,
    },
  );
  await insertMany(
    transaction,
    'reviewers_pairs',
    pairs.map(delta => ({ repository_id: repositoryId, ...delta })),
    {
      onConflict: `on conflict (repository_id, author, reviewer) do update set ${[
        'reviews_slow',
        'reviews_fast',
        'review_count',
      ]
        .map(column => sum('reviewers_pairs', column))
        .join(', ')}`,
    },
  );
}

import {
  DecayedSum,
  keptWeight,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import {
  chunksOf,
  DatabaseTime,
  optional,
  toDate,
} from '../../database/values';
import { ExpertiseStore, PairExpertise, PathExpertise } from './ExpertiseStore';
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

/** Ages kept sums to a moment; the factors are worked out once for many rows. */
function createDecay(now: Date) {
  const slowUnit = keptWeight(now, 'slow');
  const fastUnit = keptWeight(now, 'fast');
  return (slow: number, fast: number): DecayedSum => ({
    slow: slow / slowUnit,
    fast: fast / fastUnit,
  });
}

function toExpertise(
  row: ExpertiseRow,
  decay: ReturnType<typeof createDecay>,
): PathExpertise {
  return {
    path: row.path,
    person: row.person,
    reviews: decay(row.reviews_slow, row.reviews_fast),
    changes: decay(row.changes_slow, row.changes_fast),
    reviewCount: row.review_count,
    changeCount: row.change_count,
    lastReviewedAt: optional(row.last_reviewed_at, toDate),
    lastChangedAt: optional(row.last_changed_at, toDate),
  };
}

/** Keeps decayed sums of reviews and changes in the plugin's database. */
export class DatabaseExpertiseStore implements ExpertiseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listAt(
    repositoryId: number,
    options: {
      readonly paths: readonly string[];
      readonly people: readonly string[];
      readonly now: Date;
    },
  ) {
    const { paths, people, now } = options;
    const rows: ExpertiseRow[] = [];
    for (const some of chunksOf(paths, mostPaths)) {
      rows.push(
        ...(await this.#knex('reviewers_expertise')
          .where('repository_id', repositoryId)
          .whereIn('path', some)
          .whereIn('person', [everybody, ...people])),
      );
    }
    const decay = createDecay(now);
    const found = rows.map(row => toExpertise(row, decay));
    return {
      expertise: found.filter(({ person }) => person !== everybody),
      totals: new Map(
        found
          .filter(({ person }) => person === everybody)
          .map(row => [row.path, row]),
      ),
    };
  }

  async listMostActive(
    repositoryId: number,
    options: {
      readonly paths: readonly string[];
      readonly limit: number;
      readonly now: Date;
    },
  ): Promise<PathExpertise[]> {
    const rows: ExpertiseRow[] = await this.#knex('reviewers_expertise')
      .where('repository_id', repositoryId)
      .whereIn('path', options.paths)
      .whereNot('person', everybody)
      .orderByRaw('reviews_slow + changes_slow desc')
      .limit(options.limit);
    const decay = createDecay(options.now);
    return rows.map(row => toExpertise(row, decay));
  }

  async listPairs(
    repositoryId: number,
    authors: readonly string[],
    now: Date,
  ): Promise<PairExpertise[]> {
    const rows = await this.#knex('reviewers_pairs')
      .where('repository_id', repositoryId)
      .whereIn('author', authors);
    const decay = createDecay(now);
    return rows.map(row => ({
      author: row.author,
      reviewer: row.reviewer,
      reviews: decay(row.reviews_slow, row.reviews_fast),
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
  const isPostgres = transaction.client.config.client === 'pg';
  const sum = (table: string, column: string) =>
    `${column} = ${table}.${column} + excluded.${column}`;
  const latest = (table: string, column: string) =>
    isPostgres
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
          latest('reviewers_expertise', column),
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

import {
  keptUnit,
  lessonsOf,
} from '@platform-product/backstage-plugin-common/rules';
import { ChangeRecord } from './ReviewHistoryStore';

/** What is added to the sums of one person at one path. */
export interface ExpertiseDelta {
  readonly path: string;
  readonly person: string;
  reviews_slow: number;
  reviews_fast: number;
  changes_slow: number;
  changes_fast: number;
  review_count: number;
  change_count: number;
  last_reviewed_at: Date | null;
  last_changed_at: Date | null;
}

/** What is added to the sum of one pair. */
export interface PairDelta {
  readonly author: string;
  readonly reviewer: string;
  reviews_slow: number;
  reviews_fast: number;
  review_count: number;
}

const longestPath = 1000;

/** In whose name the sums of all people together are kept. */
export const everybody = '';

/** Reviewers of a change that was merged; others teach nothing yet. */
function reviewersOf(change: ChangeRecord | undefined): string[] {
  if (!change?.mergedAt) return [];
  return change.reviews
    .filter(({ reviewedAt }) => reviewedAt)
    .map(({ person }) => person);
}

function isSame(a: ChangeRecord | undefined, b: ChangeRecord): boolean {
  const key = (change: ChangeRecord | undefined) =>
    change?.mergedAt
      ? JSON.stringify([
          change.mergedAt,
          change.author,
          change.paths,
          reviewersOf(change).sort(),
        ])
      : '';
  return key(a) === key(b);
}

/**
 * What changes of a repository's expertise when changes move from one state to
 * the next. A change counts from when it is merged: once for its author and each
 * of its reviewers, at each of its files and each directory above them; and as
 * often for everybody together.
 */
export function planExpertise(
  moves: ReadonlyArray<{
    readonly from?: ChangeRecord;
    readonly to: ChangeRecord;
  }>,
): { expertise: ExpertiseDelta[]; pairs: PairDelta[] } {
  const expertise = new Map<string, ExpertiseDelta>();
  const pairs = new Map<string, PairDelta>();

  const at = (path: string, person: string) => {
    const key = JSON.stringify([path, person]);
    const known = expertise.get(key);
    if (known) return known;
    const delta: ExpertiseDelta = {
      path,
      person,
      reviews_slow: 0,
      reviews_fast: 0,
      changes_slow: 0,
      changes_fast: 0,
      review_count: 0,
      change_count: 0,
      last_reviewed_at: null,
      last_changed_at: null,
    };
    expertise.set(key, delta);
    return delta;
  };
  const pairOf = (author: string, reviewer: string) => {
    const key = JSON.stringify([author, reviewer]);
    const delta = pairs.get(key) ?? {
      author,
      reviewer,
      reviews_slow: 0,
      reviews_fast: 0,
      review_count: 0,
    };
    pairs.set(key, delta);
    return delta;
  };

  const add = (change: ChangeRecord | undefined, sign: 1 | -1) => {
    if (!change?.mergedAt) return;
    const { author, mergedAt, paths } = change;
    const reviewers = reviewersOf(change);
    const unit = keptUnit(mergedAt);
    const slow = sign * unit.slow;
    const fast = sign * unit.fast;
    for (const { path, person, kind } of lessonsOf({
      author,
      reviewers,
      paths,
    })) {
      if (path.length > longestPath) continue;
      for (const sums of [at(path, person), at(path, everybody)]) {
        sums[`${kind}_slow`] += slow;
        sums[`${kind}_fast`] += fast;
        const [count, last] =
          kind === 'reviews'
            ? (['review_count', 'last_reviewed_at'] as const)
            : (['change_count', 'last_changed_at'] as const);
        sums[count] += sign;
        if (sign > 0) sums[last] = later(sums[last], mergedAt);
      }
    }
    for (const reviewer of reviewers) {
      const pair = pairOf(author, reviewer);
      pair.reviews_slow += slow;
      pair.reviews_fast += fast;
      pair.review_count += sign;
    }
  };

  for (const { from, to } of moves) {
    if (isSame(from, to)) continue;
    add(from, -1);
    add(to, 1);
  }
  return { expertise: [...expertise.values()], pairs: [...pairs.values()] };
}

function later(a: Date | null, b: Date): Date {
  return a && a > b ? a : b;
}

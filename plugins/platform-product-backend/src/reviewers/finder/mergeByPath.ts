import { DecayedSum } from '@platform-product/backstage-plugin-common/rules';
import { PathExpertise } from '../history/ExpertiseStore';
import { latest } from '../latest';

/** Adds up what one person did under several names, path by path. */
export function mergeByPath(rows: readonly PathExpertise[]): PathExpertise[] {
  const merged = new Map<string, PathExpertise>();
  for (const row of rows) {
    const other = merged.get(row.path);
    merged.set(
      row.path,
      other
        ? {
            ...row,
            reviews: addSums(row.reviews, other.reviews),
            changes: addSums(row.changes, other.changes),
            reviewCount: row.reviewCount + other.reviewCount,
            changeCount: row.changeCount + other.changeCount,
            lastReviewedAt: latest(row.lastReviewedAt, other.lastReviewedAt),
            lastChangedAt: latest(row.lastChangedAt, other.lastChangedAt),
            lastAt: latest(row.lastAt, other.lastAt),
          }
        : row,
    );
  }
  return [...merged.values()];
}

/** The sum of two sums. */
export function addSums(a: DecayedSum, b: DecayedSum): DecayedSum {
  return { slow: a.slow + b.slow, fast: a.fast + b.fast };
}

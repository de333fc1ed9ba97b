import { DecayedSum } from '@platform-product/backstage-plugin-common';
import { PathExpertise } from '../history/ExpertiseStore';

/** Expertise of somebody, by user ref where the catalog knows them. */
export type PersonExpertise = PathExpertise & { readonly id: string };

/** Adds up what one person did under several names. */
export function mergeByPerson(
  rows: readonly PathExpertise[],
  idOf: (person: string) => string,
): PersonExpertise[] {
  const merged = new Map<string, PersonExpertise>();
  for (const row of rows) {
    const id = idOf(row.person);
    const key = `${row.path}\n${id}`;
    const other = merged.get(key);
    merged.set(key, {
      ...row,
      id,
      ...(other && {
        reviews: addSums(row.reviews, other.reviews),
        changes: addSums(row.changes, other.changes),
        reviewCount: row.reviewCount + other.reviewCount,
        changeCount: row.changeCount + other.changeCount,
        lastReviewedAt: latest(row.lastReviewedAt, other.lastReviewedAt),
        lastChangedAt: latest(row.lastChangedAt, other.lastChangedAt),
      }),
    });
  }
  return [...merged.values()];
}

/** The sum of two decayed sums. */
export function addSums(a: DecayedSum, b: DecayedSum): DecayedSum {
  return { slow: a.slow + b.slow, fast: a.fast + b.fast };
}

export function latest(
  a: Date | undefined,
  b: Date | undefined,
): Date | undefined {
  if (!a || !b) return a ?? b;
  return a >= b ? a : b;
}

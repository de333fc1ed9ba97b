import { pathsAbove } from './expertise';

/**
 * What somebody has done at a path, decayed to now.
 *
 * @public
 */
export interface ExpertiseAtPath {
  readonly path: string;
  /** Who; any text, the same everywhere. */
  readonly id: string;
  readonly reviews: number;
  readonly changes: number;
}

/** @public */
export interface ExpertiseInput {
  /** Changed files, at most 40. */
  readonly paths: readonly string[];
  /** Expertise of everybody at the files and the directories above them. */
  readonly expertise: readonly ExpertiseAtPath[];
  /** How much everybody has reviewed of this author's changes, decayed. */
  readonly reviewsOfAuthor: ReadonlyMap<string, number>;
  /** How many changes the author has made here so far. */
  readonly authorChanges: number;
  /** Share of the changed files that people own, by declaration; 0 to 1. */
  readonly ownership: ReadonlyMap<string, number>;
}

const levelDecay = 0.5;
const smoothing = 2;
const weights = { reviews: 1, changes: 0.6, author: 0.5, ownership: 0.3 };
const newcomerChanges = 5;
/** Decayed changes at the changed files' directories that make a history. */
const thinHistory = 5;

/** How much each path counts: Σ over the files of 0.5^level. */
export function weighPaths(
  paths: readonly string[],
): ReadonlyMap<string, number> {
  const weighed = new Map<string, number>();
  for (const file of paths) {
    pathsAbove(file).forEach((path, level) => {
      weighed.set(path, (weighed.get(path) ?? 0) + levelDecay ** level);
    });
  }
  return weighed;
}

/**
 * What people know of a change.
 *
 * @public
 */
export function scoreExpertise(
  input: ExpertiseInput,
): ReadonlyMap<string, number> {
  const weighed = weighPaths(input.paths);
  const totalWeight = sum(weighed.values());
  const totals = new Map<string, { reviews: number; changes: number }>();
  for (const { path, reviews, changes } of input.expertise) {
    const total = totals.get(path) ?? { reviews: 0, changes: 0 };
    total.reviews += reviews;
    total.changes += changes;
    totals.set(path, total);
  }

  const scores = new Map<string, number>();
  const add = (id: string, score: number) =>
    scores.set(id, (scores.get(id) ?? 0) + score);
  for (const { path, id, reviews, changes } of input.expertise) {
    const share = (weighed.get(path) ?? 0) / totalWeight;
    const total = totals.get(path) ?? { reviews: 0, changes: 0 };
    add(id, (weights.reviews * share * reviews) / (total.reviews + smoothing));
    add(id, (weights.changes * share * changes) / (total.changes + smoothing));
  }
  const ofAuthor = sum(input.reviewsOfAuthor.values());
  for (const [id, reviews] of input.reviewsOfAuthor) {
    add(id, (weights.author * reviews) / (ofAuthor + smoothing));
  }
  const known = totals.get('')?.changes ?? 0;
  if (input.authorChanges < newcomerChanges || known < thinHistory) {
    for (const [id, owned] of input.ownership)
      add(id, weights.ownership * owned);
  }
  return scores;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * After so many days, a review or a change counts half: slowly for what people
 * know, fast for what they are working on now.
 */
export const halfLifeDays = { slow: 180, fast: 14 } as const;

export type HalfLife = keyof typeof halfLifeDays;

/**
 * Grows when sums are kept in another way, so that they are made again from the
 * changes.
 *
 * @public
 */
export const expertiseVersion = 1;

/** Kept sums are relative to this moment, so that they never have to be aged. */
const landmark = Date.UTC(2020, 0, 1);

/**
 * The weight with which something that happened at a moment is added to a kept
 * sum: 2^((t − landmark) / half-life). Sums of such weights can be added to in
 * any order and never have to be touched for growing old, which is the forward
 * decay of Cormode, Shkapenyuk, Srivastava and Xu (2009), ICDE. With the fast
 * half-life, a double holds them until the year 2059.
 */
export function keptWeight(at: Date, halfLife: HalfLife): number {
  const days = (at.getTime() - landmark) / millisecondsPerDay;
  return 2 ** (days / halfLifeDays[halfLife]);
}

/**
 * A sum of reviews or changes, by either half-life.
 *
 * @public
 */
export interface DecayedSum {
  readonly slow: number;
  readonly fast: number;
}

/**
 * What a review of just now adds to kept sums. A kept sum divided by it is the
 * sum as it has decayed until now.
 *
 * @public
 */
export function keptUnit(now: Date): DecayedSum {
  return { slow: keptWeight(now, 'slow'), fast: keptWeight(now, 'fast') };
}

/** Deeper directories than this are taken as one. */
const deepest = 12;

/**
 * A path and the directories above it, the path itself first and the root of the
 * repository, as an empty text, last.
 *
 * @public
 */
export function pathsAbove(path: string): string[] {
  const segments = path.split('/').slice(0, deepest);
  return Array.from({ length: segments.length + 1 }, (_, level) =>
    level === 0 ? path : segments.slice(0, segments.length - level).join('/'),
  );
}

/** A change that people can learn from: one that was merged. */
export interface TeachingChange {
  readonly author: string;
  /** Who reviewed it, each once. */
  readonly reviewers: readonly string[];
  readonly paths: readonly string[];
}

/**
 * What a change teaches whom: how to change, or to review, each of its files and
 * the directories above them.
 *
 * @public
 */
export function lessonsOf({
  author,
  reviewers,
  paths,
}: TeachingChange): ReadonlyArray<{
  readonly path: string;
  readonly person: string;
  readonly kind: 'reviews' | 'changes';
}> {
  return [...new Set([...paths.flatMap(pathsAbove), ''])].flatMap(path => [
    { path, person: author, kind: 'changes' as const },
    ...reviewers.map(person => ({ path, person, kind: 'reviews' as const })),
  ]);
}

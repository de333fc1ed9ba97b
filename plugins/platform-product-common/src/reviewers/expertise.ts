const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * After so many days, a review or a change counts half: slowly for what people
 * know, fast for what they are working on now.
 *
 * @public
 */
export const halfLifeDays = { slow: 180, fast: 14 } as const;

/** @public */
export type HalfLife = keyof typeof halfLifeDays;

/**
 * Grows when sums are kept in another way, so that they are made anew from the
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
 *
 * @public
 */
export function keptWeight(at: Date, halfLife: HalfLife): number {
  const days = (at.getTime() - landmark) / millisecondsPerDay;
  return 2 ** (days / halfLifeDays[halfLife]);
}

/**
 * What a kept sum stands for at a moment: a review of just then counts 1.
 *
 * @public
 */
export function weightAt(kept: number, now: Date, halfLife: HalfLife): number {
  return kept / keptWeight(now, halfLife);
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

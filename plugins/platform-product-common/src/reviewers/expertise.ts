const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * After so many days, a review or a change counts half.
 *
 * @public
 */
export const expertiseHalfLifeDays = 180;

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
 * decay of Cormode, Shkapenyuk, Srivastava and Xu (2009), ICDE.
 *
 * @public
 */
export function keptWeight(at: Date): number {
  const days = (at.getTime() - landmark) / millisecondsPerDay;
  return 2 ** (days / expertiseHalfLifeDays);
}

/**
 * What a kept sum stands for at a moment: a review of just then counts 1.
 *
 * @public
 */
export function weightAt(kept: number, now: Date): number {
  return kept / keptWeight(now);
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

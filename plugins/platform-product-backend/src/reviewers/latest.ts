/** The later of two moments, where there are any. */
export function latest(
  a: Date | undefined,
  b: Date | undefined,
): Date | undefined {
  if (!a || !b) return a ?? b;
  return a >= b ? a : b;
}

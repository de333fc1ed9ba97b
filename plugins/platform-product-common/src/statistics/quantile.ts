/**
 * The quantile of the given values at `probability` (0 to 1), linear between the two
 * nearest ones: type 7 of Hyndman and Fan (1996), The American Statistician 50,
 * as in spreadsheets. Undefined without values.
 */
export function quantile(
  values: readonly number[],
  probability: number,
): number | undefined {
  if (!values.length) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

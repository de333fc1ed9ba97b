/**
 * A column after one of its items, or one of another column, was put before another,
 * or at its end; undefined where that other one is not there.
 */
export function placeBefore(
  ids: readonly string[],
  id: string,
  before: string | undefined,
): string[] | undefined {
  const others = ids.filter(one => one !== id);
  if (before === undefined) return [...others, id];
  const place = others.indexOf(before);
  if (place < 0) return undefined;
  return [...others.slice(0, place), id, ...others.slice(place)];
}

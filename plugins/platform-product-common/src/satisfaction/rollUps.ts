/**
 * A published set: a service, or a system, team or the whole by its services.
 *
 * @public
 */
export interface PublishedSet {
  readonly name: string;
  /** Names of the parts that are added up. */
  readonly parts: readonly string[];
}

/**
 * Takes parts out of sums until no two published sets differ by a few answers:
 * the answers that only one of two sets holds have to be none or at least k.
 * Otherwise the smallest part that is in one of them alone is not enough to hide,
 * and the next smallest goes, too; a sum that is left without parts is hidden.
 *
 * With releases as parts, which hold at least k answers each, nothing is ever
 * taken out. It is a second lock on the same door.
 *
 * @public
 */
export function suppressDifferences(
  sets: readonly PublishedSet[],
  sizes: ReadonlyMap<string, number>,
  k: number,
): PublishedSet[] {
  const sizeOf = (part: string) => sizes.get(part) ?? 0;
  const kept = sets.map(set => ({ ...set, parts: new Set(set.parts) }));
  const onlyIn = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    [...a]
      .filter(part => !b.has(part))
      .sort((one, other) => sizeOf(one) - sizeOf(other));
  const leak = () => {
    const published = [...kept.map(({ parts }) => parts), new Set<string>()];
    for (const set of kept) {
      for (const other of published) {
        const extra = onlyIn(set.parts, other);
        const answers = extra.reduce((sum, part) => sum + sizeOf(part), 0);
        if (answers > 0 && answers < k) return { set, part: extra[0] };
      }
    }
    return undefined;
  };
  for (let found = leak(); found; found = leak()) {
    found.set.parts.delete(found.part);
  }
  return kept
    .filter(({ parts }) => parts.size > 0)
    .map(({ name, parts }) => ({ name, parts: [...parts] }));
}

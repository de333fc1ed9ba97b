/** How many entities the catalog is asked for at once. */
const mostRefs = 1_000;
/** The catalog reads 100 kB of a request, in which each ref stands in quotes. */
const mostCharacters = 80_000;

/** Refs in as many batches as calls are needed to ask the catalog for them. */
export function batchesOf(refs: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = Infinity;
  for (const ref of refs) {
    characters += ref.length + 3;
    if (
      characters > mostCharacters ||
      batches[batches.length - 1].length === mostRefs
    ) {
      batches.push([]);
      characters = ref.length + 3;
    }
    batches[batches.length - 1].push(ref);
  }
  return batches;
}

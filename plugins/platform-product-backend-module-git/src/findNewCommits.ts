import { GitObjects } from './GitObjects';

interface Waiting {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly seconds: number;
}

/** Reached from the tip, from what is known, or from both. */
const fromTip = 1;
const fromKnown = 2;

/**
 * Finds the commits, without merges, that lead to a tip and not to a commit that
 * is known already; the oldest first, and always in the same order. Undefined
 * where the known one does not lead to the tip: history was rewritten.
 *
 * Goes back from both, the newest commit first, until all that is left leads to
 * the known one, as `git rev-list` does. Wrong dates make it go further than
 * necessary, and take what is known for new, but never leave anything out.
 */
export async function findNewCommits(
  objects: GitObjects,
  options: {
    readonly tip: string;
    readonly known?: string;
    readonly signal: AbortSignal;
  },
): Promise<readonly string[] | undefined> {
  const { tip, known, signal } = options;
  const marks = new Map<string, number>();
  const found = new Set<string>();
  /** Sorted by time, the newest last. */
  const waiting: Waiting[] = [];

  const mark = async (oid: string, more: number) => {
    const marked = marks.get(oid) ?? 0;
    // eslint-disable-next-line no-bitwise
    const all = marked | more;
    if (all === marked) return;
    marks.set(oid, all);
    const { parents, committer } = await objects.getCommit(oid);
    const seconds = committer?.seconds ?? 0;
    let place = waiting.length;
    while (place > 0 && waiting[place - 1].seconds > seconds) place--;
    waiting.splice(place, 0, { oid, parents, seconds });
  };

  if (known) {
    if (!(await objects.findCommit(known))) return undefined;
    await mark(known, fromKnown);
  }
  await mark(tip, fromTip);
  while (waiting.some(({ oid }) => marks.get(oid) === fromTip)) {
    signal.throwIfAborted();
    const next = waiting.pop();
    if (!next) break;
    const own = marks.get(next.oid) ?? 0;
    if (own === fromTip && next.parents.length < 2) found.add(next.oid);
    for (const parent of next.parents) await mark(parent, own);
  }
  // eslint-disable-next-line no-bitwise
  if (known && !((marks.get(known) ?? 0) & fromTip)) return undefined;
  return [...found].filter(oid => marks.get(oid) === fromTip).reverse();
}

import type { TreeEntry } from 'isomorphic-git';
import { GitObjects } from './GitObjects';

const mostPaths = 40;
// A repository can be made of a few small trees that name each other so often
// that no reader comes to an end.
const mostTrees = 2000;

type Entries = ReadonlyMap<string, TreeEntry>;

async function entriesOf(
  objects: GitObjects,
  oid: string | undefined,
): Promise<Entries> {
  const entries = oid ? await objects.listTree(oid) : [];
  return new Map(entries.map(entry => [entry.path, entry]));
}

const isSame = (a: TreeEntry | undefined, b: TreeEntry | undefined) =>
  a?.oid === b?.oid && a?.mode === b?.mode;

const treeOf = (entry: TreeEntry | undefined) =>
  entry?.type === 'tree' ? entry.oid : undefined;

const isFile = (entry: TreeEntry | undefined) => entry && entry.type !== 'tree';

/**
 * The files in which two trees differ, at most 40 of them; a file that was moved
 * is in both of its places. Reads no tree that is the same on both sides, which
 * is why it does not use `walk` of isomorphic-git: that reads a level more.
 */
export async function changedPaths(
  objects: GitObjects,
  options: { readonly from?: string; readonly to?: string },
): Promise<string[]> {
  const paths: string[] = [];
  const open = [{ prefix: '', from: options.from, to: options.to }];
  for (let trees = 0; trees < mostTrees && paths.length < mostPaths; trees++) {
    const next = open.pop();
    if (!next) break;
    const { prefix, from, to } = next;
    const [before, after] = await Promise.all([
      entriesOf(objects, from),
      entriesOf(objects, to),
    ]);
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [a, b] = [before.get(name), after.get(name)];
      if (isSame(a, b)) continue;
      const path = `${prefix}${name}`;
      if (isFile(a) || isFile(b)) paths.push(path);
      if (treeOf(a) !== treeOf(b)) {
        open.push({ prefix: `${path}/`, from: treeOf(a), to: treeOf(b) });
      }
    }
  }
  return paths.sort().slice(0, mostPaths);
}

import {
  ReadChangesOptions,
  ReviewedChange,
  ReviewedChangePage,
} from '@platform-product/backstage-plugin-node';
import { changedPaths } from './changedPaths';
import { findNewCommits } from './findNewCommits';
import { GitObjects } from './GitObjects';
import { Mailmap } from './Mailmap';
import { formatCursor, parseCursor, ReadingPlace } from './readingPlace';
import { toReviewedChange } from './toReviewedChange';

const mailmapFile = '.mailmap';

interface Run {
  /** Commits up to here have been read before. */
  readonly read?: string;
  readonly tip: string;
  /** What is still to be read, in this order. */
  readonly commits: readonly string[];
}

/**
 * Whether people go by other addresses than when a commit was read: a new entry of
 * `.mailmap` is there to correct what they have done before.
 */
async function isMappedAnew(
  objects: GitObjects,
  { read, tip }: { readonly read: string; readonly tip: string },
): Promise<boolean> {
  if (!(await objects.findCommit(read))) return false;
  const [before, now] = await Promise.all(
    [read, tip].map(commit => objects.readFile(commit, mailmapFile)),
  );
  return before !== now;
}

async function startRun(
  objects: GitObjects,
  options: { read?: string; tip: string; signal: AbortSignal },
): Promise<Run> {
  const { read, tip, signal } = options;
  const isAnew = read && (await isMappedAnew(objects, { read, tip }));
  const known = isAnew ? undefined : read;
  const commits =
    (await findNewCommits(objects, { tip, known, signal })) ??
    (await findNewCommits(objects, { tip, signal })) ??
    [];
  return { read, tip, commits };
}

/** The run that was under way; undefined where the branch has left it. */
async function resumeRun(
  objects: GitObjects,
  options: { place: ReadingPlace; tip: string; signal: AbortSignal },
): Promise<Run | undefined> {
  const { place, tip, signal } = options;
  if (!place.run) return undefined;
  const { tip: ownTip, last } = place.run;
  const isThere =
    ownTip === tip ||
    (await findNewCommits(objects, { tip, known: ownTip, signal }));
  if (!isThere) return undefined;
  const run = await startRun(objects, {
    read: place.read,
    tip: ownTip,
    signal,
  });
  return { ...run, commits: run.commits.slice(run.commits.indexOf(last) + 1) };
}

async function readCommit(
  objects: GitObjects,
  oid: string,
  { mailmap, now }: { readonly mailmap: Mailmap; readonly now: Date },
): Promise<ReviewedChange | undefined> {
  const commit = await objects.getCommit(oid);
  const [parent] = commit.parents;
  const paths = await changedPaths(objects, {
    from: parent && (await objects.getCommit(parent)).tree,
    to: commit.tree,
  });
  return toReviewedChange({ oid, commit, paths, mailmap, now });
}

async function* readPages(
  objects: GitObjects,
  options: {
    readonly run: Run;
    readonly pageSize: number;
    readonly signal: AbortSignal;
    readonly now: () => Date;
  },
): AsyncGenerator<ReviewedChangePage, void, undefined> {
  const { run, pageSize, signal, now } = options;
  const { tip, read, commits } = run;
  const mailmap = new Mailmap(await objects.readFile(tip, mailmapFile));
  let end = 0;
  do {
    const start = end;
    end = Math.min(start + pageSize, commits.length);
    const changes: ReviewedChange[] = [];
    for (const oid of commits.slice(start, end)) {
      signal.throwIfAborted();
      const change = await readCommit(objects, oid, {
        mailmap,
        now: now(),
      });
      if (change) changes.push(change);
    }
    const place: ReadingPlace =
      end < commits.length
        ? { read, run: { tip, last: commits[end - 1] } }
        : { read: tip };
    yield { changes, cursor: formatCursor(place) };
  } while (end < commits.length);
}

/**
 * Reads the commits that are new on a branch, the oldest first. A run that was
 * cut short is completed before the next one begins, so that a cursor stays
 * small: all commits up to one, and the place in the list that follows.
 */
export async function* readCommits(
  options: ReadChangesOptions & {
    readonly objects: GitObjects;
    readonly branch: string | undefined;
    readonly pageSize: number;
    readonly now: () => Date;
  },
): AsyncGenerator<ReviewedChangePage, void, undefined> {
  const { objects, signal } = options;
  const tip = await objects.resolve(options.branch);
  const place = parseCursor(options.cursor);
  const resumed = await resumeRun(objects, { place, tip, signal });
  if (resumed) yield* readPages(objects, { ...options, run: resumed });
  const read = resumed?.tip ?? place.read;
  if (read === tip) return;
  const run = await startRun(objects, { read, tip, signal });
  yield* readPages(objects, { ...options, run });
}

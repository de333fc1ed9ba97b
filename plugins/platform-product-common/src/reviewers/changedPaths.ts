import { pastedLines } from './pasted/pastedLines';
import { PastedName, UnreadReason } from './pasted/PastedName';
import { readPastedNames } from './pasted/readPastedNames';

/**
 * The most paths that one question for a reviewer may name.
 *
 * @public
 */
export const mostPaths = 40;

const longestPath = 1000;

/** A header names a file twice, and Git writes a byte as four characters. */
const longestLine = 8 * longestPath + 100;

/**
 * What stands in pasted text and can't be taken for a path: names that were
 * shortened to fit the screen, that are told from another folder, whose bytes
 * are no UTF-8, and whatever else is no name for certain.
 *
 * @public
 */
export interface UnreadText {
  /** As it stands there. */
  readonly text: string;
  /** Why it is no path. */
  readonly reason: UnreadReason;
}

function unreadOf(names: readonly PastedName[]): readonly UnreadText[] {
  const unread = new Map<string, UnreadText>();
  for (const { text, reason, path } of names) {
    if (path === undefined || path.length > longestPath) {
      unread.set(text, { text, reason: reason ?? 'unknown' });
    }
  }
  return [...unread.values()];
}

/**
 * Reads changed paths from what people have at hand: one path a line, or what
 * Git, Mercurial, Subversion and mails with patches show of a change. Answers
 * with at most {@link mostPaths} of them, each once, in their order, how many
 * were left out, and what could not be read.
 *
 * @public
 */
export function readChangedPaths(text: string): {
  readonly paths: readonly string[];
  readonly leftOut: number;
  readonly unread: readonly UnreadText[];
} {
  const names = readPastedNames(pastedLines(text, longestLine));
  const paths = [...new Set(names.flatMap(({ path }) => path ?? []))].filter(
    path => path.length <= longestPath,
  );
  return {
    paths: paths.slice(0, mostPaths),
    leftOut: Math.max(0, paths.length - mostPaths),
    unread: unreadOf(names),
  };
}

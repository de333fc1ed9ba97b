import { asObject } from './asObject';

/** Where the reading of a repository stands. Commits are read in runs. */
export interface ReadingPlace {
  /** This commit and all before it have been read. */
  readonly read?: string;
  /** The run that is under way; absent between runs. */
  readonly run?: {
    /** Where the branch pointed to when the run began. */
    readonly tip: string;
    /** The commit that was read last. */
    readonly last: string;
  };
}

function readOid(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)
    ? value
    : undefined;
}

/**
 * Reads a cursor. What makes no sense counts as not there: then more is read
 * than necessary, and nothing is left out.
 */
export function parseCursor(cursor: string | undefined): ReadingPlace {
  if (!cursor) return {};
  let place: Record<string, unknown>;
  try {
    place = asObject(JSON.parse(cursor));
  } catch {
    return {};
  }
  const run = asObject(place.run);
  const tip = readOid(run.tip);
  const last = readOid(run.last);
  return {
    read: readOid(place.read),
    run: tip && last ? { tip, last } : undefined,
  };
}

export function formatCursor(place: ReadingPlace): string {
  return JSON.stringify(place);
}

import { asObject } from './asObject';

/**
 * Where the reading of a project stands. Merge requests are read in the order
 * in which they were last updated.
 */
export interface ReadingPlace {
  /** Everything that was last updated before has been read. */
  readonly position?: Date;
  /**
   * The page of those updated since then. There is a second page only where
   * more than one page was updated in the same moment.
   */
  readonly page: number;
  /** Whether the end has not been reached yet. */
  readonly isRunning: boolean;
  /** What was read last, so that it is not read again for nothing. */
  readonly known: readonly string[];
}

const START: ReadingPlace = { page: 1, isRunning: false, known: [] };

/**
 * Reads a cursor. One that makes no sense means the start: then more is read
 * than necessary, and nothing is left out.
 */
export function parseCursor(cursor: string | undefined): ReadingPlace {
  if (!cursor) return START;
  let place: Record<string, unknown>;
  try {
    place = asObject(JSON.parse(cursor));
  } catch {
    return START;
  }
  const { position, page, isRunning, known } = place;
  const time = typeof position === 'string' ? Date.parse(position) : NaN;
  if (Number.isNaN(time)) return START;
  return {
    position: new Date(time),
    page: Number.isSafeInteger(page) && Number(page) > 0 ? Number(page) : 1,
    isRunning: isRunning === true,
    known: Array.isArray(known)
      ? known.filter(item => typeof item === 'string')
      : [],
  };
}

export function formatCursor(place: ReadingPlace): string {
  return JSON.stringify(place);
}

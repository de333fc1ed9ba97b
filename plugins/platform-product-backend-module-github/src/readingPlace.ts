import { asObject } from './asObject';

/**
 * Where the reading of a repository stands. Pull requests are read from the
 * last updated one backwards, in runs.
 */
export interface ReadingPlace {
  /** Everything that was last updated before has been read. */
  readonly watermark?: Date;
  /** The run that is under way; absent between runs. */
  readonly run?: {
    /** What becomes the watermark once the run is complete. */
    readonly watermark: Date;
    /** GitHub's cursor of the last page. */
    readonly after: string;
  };
}

function readDate(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'string' ? value : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
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
  const runWatermark = readDate(run.watermark);
  return {
    watermark: readDate(place.watermark),
    run:
      runWatermark && typeof run.after === 'string' && run.after
        ? { watermark: runWatermark, after: run.after }
        : undefined,
  };
}

export function formatCursor(place: ReadingPlace): string {
  return JSON.stringify(place);
}

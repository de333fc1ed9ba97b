/**
 * A time as a database returns it: PostgreSQL a Date, SQLite milliseconds since
 * the epoch, or text where a default filled it in.
 */
export type DatabaseTime = Date | number | string;

/** A stored time in ISO 8601. */
export function toTimestamp(value: DatabaseTime): string {
  return toDate(value).toISOString();
}

/** A stored time as a Date. */
export function toDate(value: DatabaseTime): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(value);
  return new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`);
}

/** The day of a moment in UTC, for what is kept no finer than that. */
export function dayOf(at: Date): Date {
  return new Date(at.toISOString().slice(0, 10));
}

/** Applies a conversion to what is there, and turns null into undefined. */
export function optional<TIn, TOut>(
  value: TIn | null | undefined,
  convert: (value: TIn) => TOut,
): TOut | undefined {
  return value === null || value === undefined ? undefined : convert(value);
}

/** Text or undefined, never null. */
export function optionalText(value: string | null): string | undefined {
  return value ?? undefined;
}

/** Splits what would take more variables than a statement may have. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}

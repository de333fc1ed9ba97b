import { DateTime } from 'luxon';

export const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** A day in the reader's own way of writing, such as 3 Dec 2026. */
export function formatDay(timestamp: string): string {
  return DateTime.fromISO(timestamp).toLocaleString(DateTime.DATE_MED);
}

/** Day and time in the reader's own way of writing. */
export function formatMoment(timestamp: string): string {
  return DateTime.fromISO(timestamp).toLocaleString(DateTime.DATETIME_MED);
}

/** How long ago or how far away a moment is, such as “3 days ago”. */
export function formatRelative(timestamp: string): string {
  return DateTime.fromISO(timestamp).toRelative() ?? timestamp;
}

/** A day in the form that a date input takes. */
export function toInputDay(date: Date): string {
  return DateTime.fromJSDate(date).toISODate()!;
}

/** The end of a day that a date input gave, in the reader's time zone. */
export function endOfInputDay(day: string): Date | undefined {
  const end = DateTime.fromISO(day).endOf('day');
  return end.isValid ? end.toJSDate() : undefined;
}

/** The last day of a time that ends at a moment, in words. */
export function formatLastDay(closesAt: string): string {
  const lastDay = new Date(Date.parse(closesAt) - millisecondsPerDay);
  return formatDay(lastDay.toISOString().slice(0, 10));
}

/** From one moment to another in UTC, the day once where it is the same. */
export function formatUtcSpan(from: string, until: string): string {
  const [start, end] = [from, until].map(at =>
    DateTime.fromISO(at, { zone: 'utc' }),
  );
  const isOneDay = start.hasSame(end, 'day');
  return `${start.toLocaleString(DateTime.DATETIME_MED)}–${end.toLocaleString(
    isOneDay ? DateTime.TIME_SIMPLE : DateTime.DATETIME_MED,
  )} UTC`;
}

/** A moment in UTC, the same for everybody who reads it, such as “20 Nov 2026, 02:10 UTC”. */
export function formatUtc(timestamp: string): string {
  const moment = DateTime.fromISO(timestamp, { zone: 'utc' });
  return `${moment.toLocaleString(DateTime.DATETIME_MED)} UTC`;
}

/** A moment in the form that an input for day and time takes, in the reader's time zone. */
export function toInputMoment(timestamp: string): string {
  return DateTime.fromISO(timestamp).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** The moment that an input for day and time gave, in ISO 8601; nothing where it is none. */
export function fromInputMoment(text: string): string | undefined {
  const moment = DateTime.fromISO(text);
  return text && moment.isValid ? moment.toUTC().toISO()! : undefined;
}

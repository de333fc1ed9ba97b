import { EventHead } from '@platform-product/backstage-plugin-common';
import { DateTime } from 'luxon';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

const { DATE_MED_WITH_WEEKDAY: day, TIME_SIMPLE: time } = DateTime;

const dayAndTime = (at: DateTime) =>
  `${at.toLocaleString(day)}, ${at.toLocaleString(time)}`;

function format({ startsAt, endsAt }: Span, zone?: string): string {
  const [start, end] = [startsAt, endsAt].map(at =>
    DateTime.fromISO(at, zone ? { zone } : {}),
  );
  const isOneDay = start.hasSame(end, 'day');
  return `${dayAndTime(start)} – ${
    isOneDay ? end.toLocaleString(time) : dayAndTime(end)
  }`;
}

/** From when to when, in the reader's own time and way of writing. */
export function formatSpanOf(span: Span): string {
  return format(span);
}

/** The same in the zone of the event, where its clocks show something else. */
export function formatOwnSpanOf(
  span: Span,
  { timeZone }: Pick<EventHead, 'timeZone'>,
): string | undefined {
  const own = format(span, timeZone);
  return own === format(span) ? undefined : own;
}

/** A local time of the event, as a reader writes it; in whatever zone the reader is. */
export function formatLocal(local: string): string {
  return dayAndTime(DateTime.fromISO(local, { zone: 'utc' }));
}

/** The zone that the reader's clock is in. */
export const ownZone = (): string => DateTime.local().zoneName ?? 'UTC';

/** The name of a zone as people write it. */
export const zoneName = (zone: string) => zone.replace(/_/g, ' ');

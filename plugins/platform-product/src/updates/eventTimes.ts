import { EventHead } from '@platform-product/backstage-plugin-common';
import { DateTime } from 'luxon';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

const dayAndTime = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const;

function format({ startsAt, endsAt }: Span, zone?: string): string {
  const [start, end] = [startsAt, endsAt].map(at =>
    DateTime.fromISO(at, zone ? { zone } : {}),
  );
  const isOneDay = start.hasSame(end, 'day');
  return `${start.toLocaleString(dayAndTime)} – ${end.toLocaleString(
    isOneDay ? DateTime.TIME_SIMPLE : dayAndTime,
  )}`;
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
  return DateTime.fromISO(local, { zone: 'utc' }).toLocaleString(dayAndTime);
}

/** The zone that the reader's clock is in. */
export const ownZone = (): string => DateTime.local().zoneName ?? 'UTC';

/** The name of a zone as people write it. */
export const zoneName = (zone: string) => zone.replace(/_/g, ' ');

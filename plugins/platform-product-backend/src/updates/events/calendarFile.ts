import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { StoredEvent, StoredException } from './EventStore';
import { localTimeOf, zonedTime } from './localTimes';
import {
  lastStartOf,
  occurrenceAt,
  occursAt,
  PlannedOccurrence,
  ruleOf,
} from './occurrences';

const day = 24 * 60 * 60 * 1000;

/** For how long calendars are told that something is cancelled, in milliseconds. */
export const cancelledFor = 90 * day;
/** How far ahead it is looked for times that clocks skip. */
const yearsAhead = 3;

const prodId = '//Platform Product//Events//EN';

/** Lines end in one way, whatever somebody typed. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n');

/** The generator writes names as they are; all other text it escapes. */
const escapedName = (name: string) =>
  plain(name)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\;,]/g, found => `\\${found}`);

/** An event as a calendar shows it. */
export interface CalendarEvent {
  readonly event: StoredEvent;
  /** What people call the service. */
  readonly serviceTitle: string;
}

/**
 * The rules of a zone by the name that events have for it: the library calls some zones
 * otherwise.
 */
function zoneBlock(timeZone: string): string {
  const [block] = tzlib_get_ical_block(timeZone) as string[];
  return block
    .replace(/^TZID:.*$/m, `TZID:${timeZone}`)
    .replace(/\r?\n/g, '\r\n');
}

/**
 * An iCalendar file (RFC 5545) of published events. All that is said of an event has its
 * sequence, which only grows, and the time of its last change, so that the file is the
 * same until something changes.
 */
export function calendarFile(options: {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  readonly now: Date;
}): string {
  const { name, events, now } = options;
  const calendar = new ICalCalendar({
    prodId,
    name: escapedName(name),
    method: ICalCalendarMethod.PUBLISH,
    // With a zone of the calendar, the generator writes an invalid DTSTAMP.
    timezone: { name: null, generator: zoneBlock },
  });
  for (const shown of events) addEvent(calendar, shown, now);
  return calendar.toString();
}

function addEvent(
  calendar: ICalCalendar,
  { event, serviceTitle }: CalendarEvent,
  now: Date,
): void {
  const isRecent = (at: string | undefined) =>
    at !== undefined && +now - Date.parse(at) < cancelledFor;
  const { cancelledAt, exceptions } = event;
  if (cancelledAt && !isRecent(cancelledAt)) return;
  const add = (
    occurrence: PlannedOccurrence,
    more: { readonly recurrenceId?: string; readonly repeating?: string } = {},
  ) =>
    addComponent(calendar, {
      event,
      serviceTitle,
      occurrence,
      ...more,
    });
  if (!event.recurrence) {
    const only = occurrenceAt(event, event.startsAt);
    const [exception] = exceptions;
    if (!only.isCancelled || isRecent(exception.changedAt)) add(only);
    return;
  }
  const isTold = (one: StoredException) =>
    one.startsAt !== undefined || isRecent(one.changedAt);
  const series = endedByDay({ ...event, exceptions: [] });
  const leftOut = [
    ...exceptions
      .filter(one => one.isCancelled && !isTold(one))
      .map(one => one.originalStart),
    ...skippedStarts(series, now),
  ];
  add(occurrenceAt(series, event.startsAt), {
    repeating: repeatingOf(series, leftOut),
  });
  for (const one of exceptions.filter(isTold)) {
    add(occurrenceAt(event, one.originalStart), {
      recurrenceId: one.originalStart,
    });
  }
}

/**
 * The same series with a last day in the place of a count: calendar apps also count times
 * that clocks skip, which RFC 5545 (3.3.10) does not.
 */
function endedByDay(event: StoredEvent): StoredEvent {
  const { recurrence } = event;
  if (recurrence?.count === undefined) return event;
  const until = lastStartOf(event)!.slice(0, '2026-12-03'.length);
  return { ...event, recurrence: { ...recurrence, count: undefined, until } };
}

function addComponent(
  calendar: ICalCalendar,
  options: {
    readonly event: StoredEvent;
    readonly serviceTitle: string;
    readonly occurrence: PlannedOccurrence;
    readonly recurrenceId?: string;
    readonly repeating?: string;
  },
): void {
  const { event, serviceTitle, occurrence, recurrenceId, repeating } = options;
  const { timeZone, text, place, link } = event;
  const inZone = (at: Date | number) =>
    DateTime.fromMillis(+at, { zone: timeZone });
  const isCancelled = occurrence.isCancelled || event.cancelledAt !== undefined;
  // The address in the form that has neither blanks nor line ends.
  // Commas and semicolons would be escaped as if it were text.
  const url =
    link && new URL(link).href.replaceAll(',', '%2C').replaceAll(';', '%3B');
  calendar.createEvent({
    id: `${event.id}@platform-product`,
    sequence: event.sequence,
    start: inZone(occurrence.startsAt),
    end: inZone(occurrence.endsAt),
    timezone: timeZone,
    ...(recurrenceId && {
      recurrenceId: inZone(zonedTime(recurrenceId, timeZone).epochMilliseconds),
    }),
    ...(repeating && { repeating }),
    summary: `${plain(event.title)} (${plain(serviceTitle)})`,
    description:
      [occurrence.note, text, url]
        .flatMap(part => (part ? [plain(part)] : []))
        .join('\n\n') || undefined,
    location: place ? plain(place) : url,
    url,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(event.changedAt),
    lastModified: new Date(event.changedAt),
    created: new Date(event.createdAt),
  });
}

const compact = (at: string) => at.replace(/[-:]/g, '');

/** A local time to the second, in UTC. */
const inUtc = (local: string, timeZone: string) =>
  compact(
    zonedTime(local, timeZone).toInstant().toString({ smallestUnit: 'second' }),
  );

/** The rule as text, and the local times that it leaves out. */
function repeatingOf(event: StoredEvent, leftOut: readonly string[]): string {
  const { timeZone } = event;
  const { freq, interval, byDay, until } = ruleOf(event)!;
  const parts = [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(until ? [`UNTIL=${inUtc(until, timeZone)}`] : []),
    ...(byDay ? [`BYDAY=${byDay.join(',')}`] : []),
  ];
  const isUtc = timeZone === 'UTC';
  return [
    `RRULE:${parts.join(';')}`,
    ...leftOut.map(start =>
      isUtc
        ? `EXDATE:${compact(start)}00Z`
        : `EXDATE;TZID=${timeZone}:${compact(start)}00`,
    ),
  ].join('\r\n');
}

/**
 * Times at which an event would begin if clocks did not skip them. RFC 5545 (3.3.10) leaves
 * them out, and counts them not; calendar apps differ in it, so that they are told.
 */
function skippedStarts(event: StoredEvent, now: Date): readonly string[] {
  const { timeZone, startsAt } = event;
  const time = startsAt.slice('2026-12-03'.length);
  const end = +now + yearsAhead * 365 * day;
  const skipped: string[] = [];
  let change: Temporal.ZonedDateTime | null = zonedTime(startsAt, timeZone);
  for (;;) {
    change = change.getTimeZoneTransition('next');
    if (!change || change.epochMilliseconds > end) return skipped;
    const before: Temporal.ZonedDateTime = change.subtract({ nanoseconds: 1 });
    const days = new Set(
      [before, change].map(at => localTimeOf(at).slice(0, 10)),
    );
    for (const date of days) {
      const start = `${date}${time}`;
      const isSkipped =
        localTimeOf(zonedTime(start, timeZone)) !== start &&
        // In UTC nothing is skipped, and only the rule counts.
        occursAt({ ...event, timeZone: 'UTC' }, start);
      if (isSkipped) skipped.push(start);
    }
  }
}

import { z } from 'zod';
import { localDay, localTime } from './inputs';

const timestamp = z.iso.datetime();

export const eventKinds = [
  'office-hours',
  'workshop',
  'demo',
  'other',
] as const satisfies readonly EventHead['kind'][];

export const eventFrequencies = [
  'daily',
  'weekly',
  'monthly',
] as const satisfies readonly EventRecurrence['frequency'][];

/** The weeks of a month that an event can recur in; -1 is the last one. */
export const eventWeeks = [
  1, 2, 3, 4, -1,
] as const satisfies readonly NonNullable<EventRecurrence['nth']>[];

/**
 * How an event recurs, counted from its start in its own time zone.
 *
 * @public
 */
export interface EventRecurrence {
  /** By which unit. */
  readonly frequency: 'daily' | 'weekly' | 'monthly';
  /** Every how many of these units, from 1 to 52. */
  readonly interval: number;
  /** Of a weekly event, on which days, Monday being 1; as its start where left out. */
  readonly weekdays?: readonly number[];
  /**
   * Of a monthly event, in which week the weekday of its start comes: 1 to 4, or -1 for
   * the last; on the same day of the month where left out.
   */
  readonly nth?: 1 | 2 | 3 | 4 | -1;
  /** The last day on which it may begin, as a date in its time zone. */
  readonly until?: string;
  /** How many times it takes place; instead of a last day. */
  readonly count?: number;
}

/**
 * What is different about one occurrence of an event.
 *
 * @public
 */
export interface EventException {
  /** When the occurrence would begin, as a local time such as 2026-12-03T14:00. */
  readonly originalStart: string;
  /** Whether it does not take place. */
  readonly isCancelled: boolean;
  /** When it begins instead, as a local time in the zone of the event. */
  readonly startsAt?: string;
  /** How long it takes instead. */
  readonly durationMinutes?: number;
  /** Why, in plain text. */
  readonly note?: string;
}

/**
 * What an event is about, and where it takes place.
 *
 * @public
 */
export interface EventHead {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What sort of event it is. */
  readonly kind: 'office-hours' | 'workshop' | 'demo' | 'other';
  /** What it is about, in a few words. */
  readonly title: string;
  /** More about it, in Markdown, as somebody typed it. */
  readonly text?: string;
  /** Where it takes place, such as a room. */
  readonly place?: string;
  /** Where one joins, an https link. */
  readonly link?: string;
  /** The IANA time zone that its local times are in. */
  readonly timeZone: string;
}

/**
 * An event to which a team invites the users of its service, once or again and again.
 *
 * @public
 */
export interface ServiceEvent extends EventHead {
  /** When it begins first, as a local time in its time zone, such as 2026-12-03T14:00. */
  readonly startsAt: string;
  /** How long it takes, at most 14 days. */
  readonly durationMinutes: number;
  /** How it recurs, unless it takes place once. */
  readonly recurrence?: EventRecurrence;
  /** Occurrences that are cancelled or moved, in the order of their original starts. */
  readonly exceptions: readonly EventException[];
  /** Grows with whatever changes in calendars, and never shrinks. */
  readonly sequence: number;
  /** When users could see it first, in ISO 8601; never of a draft, which only its team sees. */
  readonly publishedAt?: string;
  /** When it was cancelled as a whole, in ISO 8601. */
  readonly cancelledAt?: string;
  /** Grows with each change. */
  readonly version: number;
  /** User ref of who planned it. */
  readonly createdBy: string;
  /** When it was planned first, in ISO 8601. */
  readonly createdAt: string;
}

/**
 * One time at which an event takes place, or would have.
 *
 * @public
 */
export interface EventOccurrence {
  /** What it is an occurrence of. */
  readonly event: EventHead;
  /** When it begins, in ISO 8601. */
  readonly startsAt: string;
  /** When it ends, in ISO 8601. */
  readonly endsAt: string;
  /** When it was to begin, as a local time in the zone of the event; it names the occurrence. */
  readonly originalStart: string;
  /** Whether it begins or ends at another time than planned. */
  readonly isMoved: boolean;
  /** Whether it does not take place. */
  readonly isCancelled: boolean;
  /** Why it is moved or cancelled, in plain text. */
  readonly note?: string;
  /** How many people have said that they come. */
  readonly coming: number;
  /** Whether the caller has said so. */
  readonly isComing: boolean;
}

/**
 * An occurrence of an event of any service that concerns the caller.
 *
 * @public
 */
export interface ComingOccurrence extends EventOccurrence {
  /** What people call the service. */
  readonly title: string;
}

/**
 * Somebody who has said that they come, as the team of the service sees it.
 *
 * @public
 */
export interface EventAttendance {
  /** User ref of who comes. */
  readonly userRef: string;
  /** When they said so, in ISO 8601. */
  readonly at: string;
}

/**
 * Whether somebody has a secret link by which calendar apps read what concerns them.
 *
 * @public
 */
export interface CalendarLink {
  /** When it was made, in ISO 8601; left out where there is none. */
  readonly createdAt?: string;
}

/**
 * A secret link that was just made. Whoever has it reads the calendar of the person, so
 * that it is shown once and kept as a hash alone.
 *
 * @public
 */
export interface MadeCalendarLink {
  /** The secret part of the link, which is `/calendars/SECRET.ics` below the API. */
  readonly secret: string;
  /** When it was made, in ISO 8601. */
  readonly createdAt: string;
}

const count = z.number().int().min(0);

const eventRecurrenceSchema: z.ZodType<EventRecurrence> = z
  .object({
    frequency: z.enum(eventFrequencies),
    interval: z.number().int(),
    weekdays: z.array(z.number().int()).optional(),
    nth: z.literal(eventWeeks).optional(),
    until: localDay.optional(),
    count: count.optional(),
  })
  .meta({ id: 'EventRecurrence' });

const eventExceptionSchema: z.ZodType<EventException> = z
  .object({
    originalStart: localTime,
    isCancelled: z.boolean(),
    startsAt: localTime.optional(),
    durationMinutes: count.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'EventException' });

const head = {
  id: z.string(),
  entityRef: z.string(),
  kind: z.enum(eventKinds),
  title: z.string(),
  text: z.string().optional(),
  place: z.string().optional(),
  link: z.string().optional(),
  timeZone: z.string(),
};

const eventHeadSchema: z.ZodType<EventHead> = z
  .object(head)
  .meta({ id: 'EventHead' });

export const serviceEventSchema: z.ZodType<ServiceEvent> = z
  .object({
    ...head,
    startsAt: localTime,
    durationMinutes: count,
    recurrence: eventRecurrenceSchema.optional(),
    exceptions: z.array(eventExceptionSchema),
    sequence: count,
    publishedAt: timestamp.optional(),
    cancelledAt: timestamp.optional(),
    version: z.number().int(),
    createdBy: z.string(),
    createdAt: timestamp,
  })
  .meta({ id: 'ServiceEvent' });

const occurrence = {
  event: eventHeadSchema,
  startsAt: timestamp,
  endsAt: timestamp,
  originalStart: localTime,
  isMoved: z.boolean(),
  isCancelled: z.boolean(),
  note: z.string().optional(),
  coming: count,
  isComing: z.boolean(),
};

export const eventOccurrenceSchema: z.ZodType<EventOccurrence> = z
  .object(occurrence)
  .meta({ id: 'EventOccurrence' });

export const comingOccurrenceSchema: z.ZodType<ComingOccurrence> = z
  .object({ ...occurrence, title: z.string() })
  .meta({ id: 'ComingOccurrence' });

export const eventAttendanceSchema: z.ZodType<EventAttendance> = z
  .object({ userRef: z.string(), at: timestamp })
  .meta({ id: 'EventAttendance' });

export const calendarLinkSchema: z.ZodType<CalendarLink> = z
  .object({ createdAt: timestamp.optional() })
  .meta({ id: 'CalendarLink' });

export const madeCalendarLinkSchema: z.ZodType<MadeCalendarLink> = z
  .object({ secret: z.string(), createdAt: timestamp })
  .meta({ id: 'MadeCalendarLink' });

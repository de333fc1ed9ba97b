import { z } from 'zod';
import { plainText } from '../api/parameters';
import { timeZoneSchema } from '../reviewers/availability';
import { EventHead, eventKinds, EventRecurrence, eventWeeks } from './events';
import { httpsLink, localDay, localTime, seenVersion } from './inputs';

const longest = 14 * 24 * 60;

const durationMinutes = z.number().int().min(5).max(longest);

const always = {
  interval: z.number().int().min(1).max(52).default(1),
  until: localDay.optional(),
  count: z.number().int().min(1).max(200).optional(),
};

/**
 * How an event is to recur, as it is sent.
 *
 * @public
 */
export interface EventRecurrenceSent extends Omit<EventRecurrence, 'interval'> {
  /** Every how many units, from 1 to 52; 1 where left out. */
  readonly interval?: number;
}

const recurrenceSchema: z.ZodType<EventRecurrence, EventRecurrenceSent> = z
  .discriminatedUnion('frequency', [
    z.strictObject({ frequency: z.literal('daily'), ...always }),
    z.strictObject({
      frequency: z.literal('weekly'),
      ...always,
      weekdays: z
        .array(z.number().int().min(1).max(7))
        .min(1)
        .max(7)
        .refine(days => new Set(days).size === days.length, {
          message: 'must name each day once',
        })
        .optional(),
    }),
    z.strictObject({
      frequency: z.literal('monthly'),
      ...always,
      nth: z.literal(eventWeeks).optional(),
    }),
  ])
  .refine(({ until, count }) => until === undefined || count === undefined, {
    message: 'must end by a day or by a count, not by both',
  });

/**
 * What a team says of an event that it plans.
 *
 * @public
 */
export interface EventInput {
  /** What sort of event it is. */
  readonly kind: EventHead['kind'];
  /** What it is about, in a few words. */
  readonly title: string;
  /** More about it, in Markdown. */
  readonly text?: string;
  /** Where it takes place, such as a room. */
  readonly place?: string;
  /** Where one joins, an https link. */
  readonly link?: string;
  /** The IANA time zone that its local times are in. */
  readonly timeZone: string;
  /** When it begins first, as a local time such as 2026-12-03T14:00. */
  readonly startsAt: string;
  /** How long it takes, from 5 minutes to 14 days. */
  readonly durationMinutes: number;
  /** How it recurs, unless it takes place once. */
  readonly recurrence?: EventRecurrence;
}

/**
 * The same as it is sent.
 *
 * @public
 */
export interface EventInputSent extends Omit<EventInput, 'recurrence'> {
  /** How it recurs, unless it takes place once. */
  readonly recurrence?: EventRecurrenceSent;
}

/**
 * A new event, for users or, at first, for the team alone.
 *
 * @public
 */
export interface NewEvent extends EventInput {
  /** Whether users see it at once. */
  readonly publish: boolean;
}

/**
 * The same as it is sent.
 *
 * @public
 */
export interface NewEventSent extends EventInputSent {
  /** Whether users see it at once; a draft for the team where left out. */
  readonly publish?: boolean;
}

/**
 * What an event is to be from now on.
 *
 * @public
 */
export interface EventChange extends EventInput {
  /** Of what the caller has seen. */
  readonly version: number;
}

/**
 * The same as it is sent.
 *
 * @public
 */
export interface EventChangeSent extends EventInputSent {
  /** Of what the caller has seen. */
  readonly version: number;
}

/**
 * Which version of an event is to be published.
 *
 * @public
 */
export interface EventPublication {
  /** Of what the caller has seen. */
  readonly version: number;
}

/**
 * What becomes of one occurrence.
 *
 * @public
 */
export interface OccurrenceChange {
  /** Of the event that the caller has seen. */
  readonly version: number;
  /** Whether it is cancelled, takes place at another time, or as it was planned after all. */
  readonly state: 'cancelled' | 'moved' | 'planned';
  /** When it begins instead, as a local time; belongs to `moved`. */
  readonly startsAt?: string;
  /** How long it takes instead; belongs to `moved`. */
  readonly durationMinutes?: number;
  /** Why, in plain text. */
  readonly note?: string;
}

const fields = z.strictObject({
  kind: z.enum(eventKinds),
  title: plainText({ min: 5, max: 200 }),
  text: plainText({ max: 5000 }).optional(),
  place: plainText({ max: 200 }).optional(),
  link: httpsLink.optional(),
  timeZone: timeZoneSchema,
  startsAt: localTime,
  durationMinutes,
  recurrence: recurrenceSchema.optional(),
});

/** The weekday of a local time, Monday being 1. */
export function weekdayOf(local: string): number {
  return new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether a local time is in a week of its month, of which -1 is the last. */
export function isInWeek(local: string, nth: number): boolean {
  const date = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  if (nth > 0) return Math.ceil(date.getUTCDate() / 7) === nth;
  const month = date.getUTCMonth();
  date.setUTCDate(date.getUTCDate() + 7);
  return date.getUTCMonth() !== month;
}

/** An event begins with its first occurrence; else calendars differ in what they show. */
function checkEvent(
  { startsAt, recurrence }: EventInput,
  context: z.core.$RefinementCtx,
): void {
  if (!recurrence) return;
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  const { weekdays, nth, until } = recurrence;
  if (weekdays && !weekdays.includes(weekdayOf(startsAt))) {
    refuse('startsAt', 'must be on one of the weekdays on which it recurs');
  }
  if (nth !== undefined && !isInWeek(startsAt, nth)) {
    refuse('startsAt', 'must be in the week of the month in which it recurs');
  }
  if (until !== undefined && until < startsAt.slice(0, 10)) {
    refuse('recurrence', 'must not end before it begins');
  }
}

export const newEventSchema: z.ZodType<NewEvent, NewEventSent> = fields
  .extend({ publish: z.boolean().default(false) })
  .superRefine(checkEvent);

export const eventChangeSchema: z.ZodType<EventChange, EventChangeSent> = fields
  .extend({ version: seenVersion })
  .superRefine(checkEvent);

export const eventInputSchema: z.ZodType<EventInput, EventInputSent> =
  fields.superRefine(checkEvent);

export const eventPublicationSchema: z.ZodType<EventPublication> =
  z.strictObject({ version: seenVersion });

export const occurrenceChangeSchema: z.ZodType<OccurrenceChange> = z
  .strictObject({
    version: seenVersion,
    state: z.enum(['cancelled', 'moved', 'planned']),
    startsAt: localTime.optional(),
    durationMinutes: durationMinutes.optional(),
    note: plainText({ max: 500 }).optional(),
  })
  .superRefine(({ state, startsAt, durationMinutes: minutes }, context) => {
    const isMoved = state === 'moved';
    if (
      isMoved === (startsAt !== undefined) &&
      (isMoved || minutes === undefined)
    ) {
      return;
    }
    context.addIssue({
      code: 'custom',
      path: [
        startsAt === undefined && minutes !== undefined
          ? 'durationMinutes'
          : 'startsAt',
      ],
      message: 'belongs to an occurrence that is moved, and to no other',
    });
  });

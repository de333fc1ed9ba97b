import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import { weekdayOf } from '@platform-product/backstage-plugin-common/rules';
import { LRUCache } from 'lru-cache';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import {
  instantOf,
  instantOnClocks,
  isOnClocks,
  localTimeOf,
  zonedTime,
} from './localTimes';

const minute = 60_000;
const day = 24 * 60 * minute;

/** As all local times are that come in; a year of five digits begins with a sign. */
const isOfCentury = (local: string) => local.startsWith('20');

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** When an event takes place, and what is different about single times. */
export type EventTimes = Pick<
  ServiceEvent,
  | 'startsAt'
  | 'timeZone'
  | 'durationMinutes'
  | 'recurrence'
  | 'exceptions'
  | 'cancelledAt'
>;

/** A time at which an event takes place, or would have. */
export interface PlannedOccurrence {
  /** The local time at which it was to begin, which names it. */
  readonly originalStart: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isMoved: boolean;
  readonly isCancelled: boolean;
  readonly note?: string;
}

/** A span of time, its end not included. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

/** The parts of a recurrence rule (RFC 5545, 3.3.10). */
export interface RuleParts {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  readonly byDay?: string[];
  readonly count?: number;
  /** The end of the last day, as a local time. */
  readonly until?: string;
}

const frequencies = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
} as const;

/** The rule by which an event recurs; none where it takes place once. */
export function ruleOf(event: EventTimes): RuleParts | undefined {
  const { recurrence, startsAt } = event;
  if (!recurrence) return undefined;
  const { frequency, interval, weekdays, nth, count, until } = recurrence;
  const own = dayNames[weekdayOf(startsAt) - 1];
  return {
    freq: frequencies[frequency],
    interval,
    ...(frequency === 'weekly' && {
      byDay: weekdays
        ? [...weekdays].sort((a, b) => a - b).map(n => dayNames[n - 1])
        : [own],
    }),
    ...(nth !== undefined && { byDay: [`${nth}${own}`] }),
    ...(count !== undefined && { count }),
    ...(until !== undefined && { until: `${until}T23:59:59` }),
  };
}

/**
 * The rule over local times as if they were UTC's, of which none is skipped: that is
 * quick, and the zone has its say afterwards.
 */
function createRule({ startsAt }: EventTimes, rule: RuleParts) {
  return new RRuleTemporal({
    ...rule,
    until: rule.until ? zonedTime(rule.until, 'UTC') : undefined,
    tzid: 'UTC',
    dtstart: zonedTime(startsAt, 'UTC'),
    temporal: Temporal,
  });
}

/** The original starts of an event that lie in a window. */
function originalStarts(event: EventTimes, { from, until }: Window) {
  const { startsAt, timeZone, recurrence } = event;
  const rule = ruleOf(event);
  const last =
    recurrence?.count === undefined ? undefined : lastStartOf(event)!;
  const starts = rule
    ? // The last start is known; nothing has to be counted again.
      createRule(event, { ...rule, count: undefined })
        // Zones are less than a day apart from UTC.
        .between(new Date(+from - day), new Date(+until + day), true)
        .map(localTimeOf)
    : [startsAt];
  return starts.filter(start => {
    if (!isOfCentury(start)) return false;
    if (last !== undefined && start > last) return false;
    const at = instantOnClocks(start, timeZone);
    return at && at >= from && at < until;
  });
}

/** Whether an event has an occurrence that was to begin at a local time. */
export function occursAt(event: EventTimes, local: string): boolean {
  const at = instantOf(local, event.timeZone);
  const window = { from: at, until: new Date(+at + 1) };
  return originalStarts(event, window).includes(local);
}

/** One occurrence, as it is by now. */
export function occurrenceAt(
  event: EventTimes,
  originalStart: string,
): PlannedOccurrence {
  const { exceptions, timeZone, durationMinutes } = event;
  const exception = exceptions.find(
    ({ originalStart: start }) => start === originalStart,
  );
  const startsAt = instantOf(exception?.startsAt ?? originalStart, timeZone);
  const minutes = exception?.durationMinutes ?? durationMinutes;
  return {
    originalStart,
    startsAt,
    endsAt: new Date(+startsAt + minutes * minute),
    isMoved: exception?.startsAt !== undefined,
    isCancelled: exception?.isCancelled ?? false,
    note: exception?.note,
  };
}

/**
 * The occurrences of an event of which some part lies in a window, the soonest first; also
 * those that are moved into it. What was to begin once the event was cancelled is left
 * out. Where its clocks skip the time at which it begins, it does not take place that day.
 */
export function occurrencesOf(
  event: EventTimes,
  window: Window,
): PlannedOccurrence[] {
  const { exceptions, durationMinutes, cancelledAt } = event;
  const excepted = new Set(exceptions.map(one => one.originalStart));
  const regular = originalStarts(event, {
    from: new Date(+window.from - durationMinutes * minute + 1),
    until: window.until,
  }).filter(start => !excepted.has(start));
  const end = cancelledAt ? new Date(cancelledAt) : undefined;
  return [...regular, ...excepted]
    .map(start => occurrenceAt(event, start))
    .filter(
      ({ startsAt, endsAt }) =>
        startsAt < window.until &&
        endsAt > window.from &&
        !(end && startsAt >= end),
    )
    .sort(
      (one, other) =>
        +one.startsAt - +other.startsAt ||
        (one.originalStart < other.originalStart ? -1 : 1),
    );
}

/**
 * When the first occurrence of an event begins and its last one ends, moved ones
 * included; without an end where it goes on for ever.
 */
export function spanOf(event: EventTimes): {
  readonly firstAt: Date;
  readonly endsAt?: Date;
} {
  const { startsAt, exceptions, cancelledAt } = event;
  const single = [startsAt, ...exceptions.map(one => one.originalStart)].map(
    start => occurrenceAt(event, start),
  );
  const firstAt = new Date(Math.min(...single.map(one => +one.startsAt)));
  const last = lastStartOf(event);
  if (last === undefined && !cancelledAt) return { firstAt };
  const ends = [...single, ...(last ? [occurrenceAt(event, last)] : [])].map(
    one => +one.endsAt,
  );
  const endsAt = last === undefined ? Infinity : Math.max(...ends);
  return {
    firstAt,
    endsAt: new Date(
      cancelledAt ? Math.min(endsAt, Date.parse(cancelledAt)) : endsAt,
    ),
  };
}

/** To count a series out takes a tenth of a second; it is asked for with each look at it. */
const lastStarts = new LRUCache<string, { readonly start?: string }>({
  max: 5_000,
});

/** The original start of the last occurrence; undefined where there is none. */
export function lastStartOf(event: EventTimes): string | undefined {
  const { startsAt, timeZone, recurrence } = event;
  const key = JSON.stringify([startsAt, timeZone, recurrence]);
  const known = lastStarts.get(key);
  if (known) return known.start;
  const start = findLastStart(event);
  lastStarts.set(key, { start });
  return start;
}

function findLastStart(event: EventTimes): string | undefined {
  const { startsAt, timeZone } = event;
  const rule = ruleOf(event);
  if (!rule) return startsAt;
  const { count } = rule;
  const isOnes = (start: string) => isOnClocks(start, timeZone);
  if (count !== undefined) {
    const starts = createRule(event, { ...rule, count: 2 * count + 1 }).all();
    // What clocks skip is not counted (RFC 5545, 3.3.10).
    const found: string[] = [];
    for (const start of starts.map(localTimeOf)) {
      if (found.length === count || !isOfCentury(start)) break;
      if (isOnes(start)) found.push(start);
    }
    return found.at(-1);
  }
  if (rule.until === undefined) return undefined;
  const series = createRule(event, rule);
  let last = series.previous(new Date(`${rule.until}Z`), true);
  while (last && !isOnes(localTimeOf(last))) {
    last = series.previous(new Date(last.epochMilliseconds), false);
  }
  return last ? localTimeOf(last) : startsAt;
}

/** How often an event takes place in a day, at most; nothing where it does so once. */
function densityOf({ recurrence }: EventTimes): number {
  if (!recurrence) return 0;
  const { frequency, interval, weekdays = [1] } = recurrence;
  if (frequency === 'daily') return 1 / interval;
  if (frequency === 'weekly') return weekdays.length / (7 * interval);
  return 1 / (28 * interval);
}

/**
 * A window in which some events take place no more than so many times, and which begins as
 * the given one does: a list that is cut off is complete up to its end.
 */
export function narrowWindow(
  events: readonly EventTimes[],
  window: Window,
  most: number,
): Window {
  // Each may have an occurrence under way, and one at the very start.
  const density = events.reduce((sum, event) => sum + densityOf(event), 0);
  const days = Math.max(1, (most - 2 * events.length) / density);
  const until = Math.min(+window.until, +window.from + days * day);
  return { from: window.from, until: new Date(until) };
}

import { tzlib_get_timezones } from 'timezones-ical-library';
import { Temporal } from 'temporal-polyfill';

/** Zones of which calendar apps can be told the rules. */
const knownZones = new Set(tzlib_get_timezones() as string[]);

/** Whether the rules of a zone are known, by exactly this name. */
export function isKnownZone(timeZone: string): boolean {
  return timeZone === 'UTC' || knownZones.has(timeZone);
}

/**
 * A local time in its zone. What clocks show twice is the first time; what they skip is
 * as if they had not been changed yet (RFC 5545, 3.3.5).
 */
export function zonedTime(
  local: string,
  timeZone: string,
): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
}

/** The moment of a local time. */
export function instantOf(local: string, timeZone: string): Date {
  return new Date(zonedTime(local, timeZone).epochMilliseconds);
}

/** The local time of a moment, to the minute. */
export function localTimeOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The moment of a local time; nothing where clocks of its zone skip it. */
export function instantOnClocks(
  local: string,
  timeZone: string,
): Date | undefined {
  const at = zonedTime(local, timeZone);
  const isShown = localTimeOf(at) === local;
  return isShown ? new Date(at.epochMilliseconds) : undefined;
}

/** Whether clocks of a zone show a local time at all. */
export function isOnClocks(local: string, timeZone: string): boolean {
  return instantOnClocks(local, timeZone) !== undefined;
}

const hoursPerDay = 8;

/** Written out, or as short as in a table. */
type UnitDisplay = 'long' | 'narrow';

const plural = (count: number, unit: string, unitDisplay: UnitDisplay) =>
  new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  }).format(count);

/** Business hours in the reader's own way of writing, such as “5 hours”. */
export function formatBusinessHours(
  hours: number,
  unitDisplay: UnitDisplay = 'long',
): string {
  if (hours > 0 && hours < 1) {
    const minutes = Math.max(1, Math.round(hours * 60));
    return plural(minutes, 'minute', unitDisplay);
  }
  if (hours >= 3 * hoursPerDay) {
    return plural(Math.round(hours / hoursPerDay), 'day', unitDisplay);
  }
  return plural(Math.round(hours * 10) / 10, 'hour', unitDisplay);
}

/** A share as a whole percentage. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time by the clock in the reader's own way of writing, such as “40 minutes”. */
export function formatSpan(milliseconds: number): string {
  if (milliseconds < 90 * minute) {
    const minutes = Math.max(1, Math.round(milliseconds / minute));
    return plural(minutes, 'minute', 'long');
  }
  if (milliseconds < 2 * day) {
    return plural(Math.round(milliseconds / hour), 'hour', 'long');
  }
  return plural(Math.round(milliseconds / day), 'day', 'long');
}

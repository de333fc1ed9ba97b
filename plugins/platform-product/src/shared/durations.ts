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

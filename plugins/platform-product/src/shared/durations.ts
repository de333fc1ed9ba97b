const hoursPerDay = 8;

const plural = (count: number, unit: string) =>
  new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(count);

/** Business hours in the reader's own way of writing, such as “5 hours”. */
export function formatBusinessHours(hours: number): string {
  if (hours > 0 && hours < 1)
    return plural(Math.max(1, Math.round(hours * 60)), 'minute');
  if (hours >= 3 * hoursPerDay) {
    return plural(Math.round(hours / hoursPerDay), 'day');
  }
  return plural(Math.round(hours * 10) / 10, 'hour');
}

/** A share as a whole percentage. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);
}

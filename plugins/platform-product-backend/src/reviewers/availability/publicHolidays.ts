import Holidays from 'date-holidays';

const known = new Map<string, ReadonlySet<string>>();

function holidaysOf(region: string, year: number): ReadonlySet<string> {
  const key = `${region} ${year}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const [country, state] = region.split('-');
  const calendar = state ? new Holidays(country, state) : new Holidays(country);
  const days = new Set(
    (calendar.getHolidays(year) ?? [])
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
  known.set(key, days);
  return days;
}

/** Whether the holidays of a country, or of its part, are known. */
export function knowsHolidaysOf(region: string): boolean {
  const [country, state] = region.split('-');
  const calendar = new Holidays();
  return Object.hasOwn(
    (state ? calendar.getStates(country) : calendar.getCountries()) ?? {},
    state ?? country,
  );
}

/**
 * Whether an ISO date is a public holiday in a country, such as `DE`, or in its
 * part, such as `DE-BE`. Unknown regions have none.
 */
export function isPublicHoliday(region: string, date: string): boolean {
  return holidaysOf(region, Number(date.slice(0, 4))).has(date);
}

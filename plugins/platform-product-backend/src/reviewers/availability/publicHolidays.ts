import { TimeOff } from '@platform-product/backstage-plugin-common/rules';
import Holidays, { HolidaysTypes } from 'date-holidays';

const minutesADay = 24 * 60;
const millisecondsPerMinute = 60_000;
/** By which a day can be longer or shorter, when the clock changes. */
const clockChange = 60;

/** The types of the library leave its remarks out. */
interface Holiday extends HolidaysTypes.Holiday {
  readonly note?: string;
}

/** Holidays that only some have, and nobody knows whether this person does. */
const isOfSome = ({ note = '' }: Holiday) =>
  /\b(?:women|youth|children|military|muslim|islamic|orthodox)\b/i.test(note);

/** When a holiday begins by the clock of its country, and how long it is, in minutes. */
function spanOf({ date, start, end }: HolidaysTypes.Holiday) {
  const [day, time = '00:00:00', sunset] = date.split(' ');
  const [hour, minute] = time.split(':').map(Number);
  const length = (+end - +start) / millisecondsPerMinute;
  const days = Math.round(length / minutesADay);
  const isWhole = Math.abs(length - days * minutesADay) <= clockChange;
  // A day that begins at sunset is off as the day on which it is light.
  if (sunset) {
    const light = isWhole ? days : Math.floor(length / minutesADay);
    return { day, from: 0, length: light * minutesADay };
  }
  const isDays = isWhole && days > 0;
  return {
    day,
    from: hour * 60 + minute,
    length: isDays ? days * minutesADay : Math.round(length),
  };
}

type DaysOff = Map<string, TimeOff[]>;

function addHoliday(off: DaysOff, holiday: HolidaysTypes.Holiday) {
  const { day, from, length } = spanOf(holiday);
  const date = new Date(`${day}T00:00:00Z`);
  for (let left = length, start = from; left > 0; start = 0) {
    const until = Math.min(minutesADay, start + left);
    const key = date.toISOString().slice(0, 10);
    off.set(key, [...(off.get(key) ?? []), { from: start, until }]);
    left -= until - start;
    date.setUTCDate(date.getUTCDate() + 1);
  }
}

const known = new Map<string, DaysOff>();

function daysOffOf(region: string, year: number): DaysOff {
  const key = `${region} ${year}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const [country, state] = region.split('-');
  const calendar = state ? new Holidays(country, state) : new Holidays(country);
  const off: DaysOff = new Map();
  // What begins at the end of a year may last into the next.
  for (const each of [year - 1, year]) {
    for (const holiday of calendar.getHolidays(each) ?? []) {
      if (holiday.type === 'public' && !isOfSome(holiday)) {
        addHoliday(off, holiday);
      }
    }
  }
  known.set(key, off);
  return off;
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
 * Which parts of an ISO date are off by public holidays of a country, such as
 * `DE`, or of its part, such as `DE-BE`. Unknown regions have none.
 */
export function publicTimeOff(
  region: string,
  date: string,
): readonly TimeOff[] {
  return daysOffOf(region, Number(date.slice(0, 4))).get(date) ?? [];
}

/** Whether all of an ISO date is off, in the same way. */
export function isPublicHoliday(region: string, date: string): boolean {
  return publicTimeOff(region, date).some(
    ({ from, until }) => from === 0 && until === minutesADay,
  );
}

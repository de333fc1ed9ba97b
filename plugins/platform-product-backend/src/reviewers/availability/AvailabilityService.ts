import { Availability } from '@platform-product/backstage-plugin-common';
import {
  awayUntil,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common/rules';
import { DateTime } from 'luxon';
import { FieldError } from '../../operations/FieldError';
import { AvailabilityStore } from './AvailabilityStore';
import {
  isPublicHoliday,
  knowsHolidaysOf,
  publicTimeOff,
} from './publicHolidays';

/** What others may know of a person's availability. */
export interface PublicAvailability {
  readonly timeZone?: string;
  readonly onRotation: boolean;
  readonly maxOpenReviews: number;
  /** The last day away, only while the person is away. */
  readonly awayUntil?: string;
  readonly calendar: WorkingCalendar;
}

/** When people can review. Their days away are for their own eyes. */
export class AvailabilityService {
  readonly #store: AvailabilityStore;
  readonly #fallback: Availability;
  readonly #now: () => Date;

  constructor(options: {
    store: AvailabilityStore;
    /** What holds for people who have not said anything. */
    fallback: Availability;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#fallback = options.fallback;
    this.#now = options.now;
  }

  /** A person's own, with all of it. */
  async getOwn(
    userRef: string,
  ): Promise<{ availability: Availability; isDefault: boolean }> {
    const saved = (await this.#store.list([userRef])).get(userRef);
    return { availability: saved ?? this.#fallback, isDefault: !saved };
  }

  /** @throws FieldError when nobody knows the holidays of the country that is named */
  async save(userRef: string, availability: Availability): Promise<void> {
    const { holidays } = availability;
    if (holidays && !knowsHolidaysOf(holidays)) {
      throw new FieldError(
        'holidays',
        `no holidays are known of '${holidays}'; give a country, such as DE, or a part, such as DE-BE`,
      );
    }
    await this.#store.save(userRef, availability, this.#now());
  }

  /** What others may know of the given people; one query. */
  async list(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, PublicAvailability>> {
    const saved = await this.#store.list(userRefs);
    const today = datesByZone(this.#now());
    return new Map(
      userRefs.map(userRef => {
        const own = saved.get(userRef);
        const availability = own ?? this.#fallback;
        const { timeZone, onRotation, maxOpenReviews } = availability;
        return [
          userRef,
          {
            timeZone: own && timeZone,
            onRotation,
            maxOpenReviews,
            awayUntil: awayUntil(availability, today(timeZone)),
            calendar: toCalendar(availability),
          },
        ];
      }),
    );
  }

  /** The calendar of people who have not said anything. */
  get fallbackCalendar(): WorkingCalendar {
    return toCalendar(this.#fallback);
  }
}

function toCalendar(availability: Availability): WorkingCalendar {
  const { timeZone, workingDays, from, until, holidays } = availability;
  return {
    timeZone,
    workingDays,
    from,
    until,
    isDayOff: holidays ? date => isPublicHoliday(holidays, date) : undefined,
    timeOff: holidays ? date => publicTimeOff(holidays, date) : undefined,
  };
}

/** Tells the date of a moment in time zones, as in 2026-12-24. */
function datesByZone(moment: Date): (zone: string) => string {
  const dates = new Map<string, string>();
  return zone => {
    const known = dates.get(zone);
    if (known !== undefined) return known;
    const date = DateTime.fromJSDate(moment, { zone }).toISODate() ?? '';
    dates.set(zone, date);
    return date;
  };
}

import { z } from 'zod';
import { plainText } from '../api/parameters';

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  message: 'must be a time of day, such as 09:00',
});

const day = z.iso.date();

export const timeZoneSchema = plainText({ max: 100 }).refine(isTimeZone, {
  message: 'must be an IANA time zone, such as Europe/Berlin',
});

/** @public */
export const availabilitySchema = z
  .strictObject({
    timeZone: timeZoneSchema,
    workingDays: z
      .array(z.number().int().min(1).max(7))
      .min(1)
      .max(7)
      .describe('ISO weekdays: 1 is Monday, 7 is Sunday.'),
    from: timeOfDay,
    until: timeOfDay,
    holidays: z
      .string()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, {
        message: 'must be an ISO 3166 code, such as DE or DE-BE',
      })
      .optional()
      .describe('Country, or its part, whose public holidays are days off.'),
    away: z
      .array(z.strictObject({ from: day, until: day }))
      .max(50)
      .describe('Days away, both ends included; nobody asks why.'),
    onRotation: z
      .boolean()
      .describe('Whether the person takes new reviews at all at the moment.'),
    maxOpenReviews: z.number().int().min(1).max(50),
  })
  .refine(({ from, until }) => from !== until, {
    message: 'must differ from from',
    path: ['until'],
  })
  .refine(({ away }) => away.every(({ from, until }) => from <= until), {
    message: 'must not end before they begin',
    path: ['away'],
  })
  .meta({ id: 'Availability' });

/**
 * When a person can review; one for all of their services. The days away are
 * for their own eyes.
 *
 * @public
 */
export interface Availability {
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
  /** Start of the working day, as `09:00`. */
  readonly from: string;
  /** End of the working day, as `17:00`; on the next day if that is not later. */
  readonly until: string;
  /** Country, or its part, whose public holidays are days off. */
  readonly holidays?: string;
  /** Days away, both ends included; nobody asks why. */
  readonly away: ReadonlyArray<{
    /** First day, as `2026-12-24`. */
    readonly from: string;
    /** Last day, as `2027-01-01`. */
    readonly until: string;
  }>;
  /** Whether the person takes new reviews at all at the moment. */
  readonly onRotation: boolean;
  /** How many they take at a time. */
  readonly maxOpenReviews: number;
}

/**
 * What holds for people who have not said anything.
 *
 * @public
 */
export const defaultAvailability: Availability = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  away: [],
  onRotation: true,
  maxOpenReviews: 3,
};

/**
 * The last day of the absence that holds on a day, following absences that join
 * on; undefined when the person is there.
 *
 * @public
 */
export function awayUntil(
  { away }: Pick<Availability, 'away'>,
  today: string,
): string | undefined {
  let end: string | undefined;
  for (const span of [...away].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = end === undefined ? today : dayAfter(end);
    if (span.from <= start && span.until >= start) end = span.until;
  }
  return end;
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

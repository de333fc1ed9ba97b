import { z } from 'zod';
import { plainText } from '../api/parameters';
import { isWebLink } from '../services/isWebLink';

/** A moment with its time zone, kept in UTC. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString());

/** Where something points to; encrypted, since people follow it in a hurry. */
export const httpsLink = plainText({ max: 2000 })
  .refine(isWebLink, { message: 'must be an absolute http(s) link' })
  .refine(link => link.startsWith('https:'), {
    message: 'must be an https link',
  });

/** The version that a caller has seen of what they change. */
export const seenVersion = z
  .number()
  .int()
  .min(1)
  .describe('Of what the caller has seen.');

/** Which page of a list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: plainText({ max: 500 }).optional(),
};

/** Whether a day is one that the calendar has. */
const isDay = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(+date) && date.toISOString().startsWith(day);
};

/** A local time to the minute, as clocks of some zone show it. */
export const localTime = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, {
    message: 'must be a local time of this century, such as 2026-12-03T14:00',
    abort: true,
  })
  .refine(text => isDay(text.slice(0, 10)), {
    message: 'must be a day that the calendar has',
  });

/** A day of some zone. */
export const localDay = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/, {
    message: 'must be a day of this century, such as 2026-12-03',
    abort: true,
  })
  .refine(isDay, { message: 'must be a day that the calendar has' });

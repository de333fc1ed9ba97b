import { z } from 'zod';
import { plainText } from '../api/parameters';
import { isWebLink } from '../services/checkAnnotations';

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

import { z } from 'zod';

/** @public */
export const followSchema = z
  .object({
    isFollowing: z.boolean().describe('Whether the caller does.'),
    followers: z.number().int().describe('How many do; nobody is told who.'),
  })
  .meta({ id: 'Follow' });

/**
 * Whether the caller follows a service, and how many people do.
 *
 * @public
 */
export type Follow = z.infer<typeof followSchema>;

import { z } from 'zod';

export const followSchema: z.ZodType<Follow> = z
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
export interface Follow {
  /** Whether the caller does. */
  readonly isFollowing: boolean;
  /** How many do; nobody is told who. */
  readonly followers: number;
}

import { z } from 'zod';

export const followKinds = [
  'notices',
  'posts',
  'events',
  'roadmap',
  'ratings',
] as const satisfies readonly FollowKind[];

export const followSchema: z.ZodType<Follow> = z
  .object({
    isFollowing: z.boolean().describe('Whether the caller does.'),
    followers: z.number().int().describe('How many do; nobody is told who.'),
    muted: z
      .array(z.enum(followKinds))
      .describe('What the caller does not want to hear of.'),
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
  /** What the caller follows it without; empty for who does not follow it. */
  readonly muted: readonly FollowKind[];
}

/**
 * What followers of a service hear of.
 *
 * @public
 */
export type FollowKind = 'notices' | 'posts' | 'events' | 'roadmap' | 'ratings';

/**
 * What somebody wants to follow a service without.
 *
 * @public
 */
export interface FollowChoice {
  /** What they do not hear of any more; an empty list for all of it again. */
  readonly muted: readonly FollowKind[];
}

export const followChoiceSchema: z.ZodType<FollowChoice, FollowChoice> =
  z.strictObject({
    muted: z
      .array(z.enum(followKinds))
      .max(followKinds.length)
      .transform(kinds => [...new Set(kinds)]),
  });

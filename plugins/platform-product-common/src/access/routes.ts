import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { entityParams, exampleService } from '../api/parameters';
import { ServiceAction, serviceActionNames } from './serviceActions';

const actions = Object.fromEntries(
  serviceActionNames.map(name => [name, z.boolean()]),
) as Record<ServiceAction, z.ZodBoolean>;

const accessSchema: z.ZodType<Access> = z
  .object({
    ...actions,
    user: z.string().optional().describe('The caller, if it is a user.'),
    isOwn: z
      .boolean()
      .describe(
        'Whether the caller is of the team: an owner, through all groups, or the product manager.',
      ),
    longestAttestationDays: z.number(),
    longestWaiverDays: z.number(),
  })
  .meta({ id: 'Access' });

/**
 * What the caller may do for one service: whether each action may be taken, and
 * for how long something may hold.
 *
 * @public
 */
export interface Access extends Readonly<Record<ServiceAction, boolean>> {
  /** The caller, if it is a user. */
  readonly user?: string;
  /** Whether the caller is of the team: an owner, through all groups, or the product manager. */
  readonly isOwn: boolean;
  /** For how many days an attestation may count. */
  readonly longestAttestationDays: number;
  /** For how many days a waiver may count. */
  readonly longestWaiverDays: number;
}

/**
 * Routes that tell callers what they may do.
 *
 * @public
 */
export const accessRoutes = {
  getAccess: defineRoute({
    operationId: 'getAccess',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/access',
    summary: 'What the caller may do for a service',
    params: entityParams,
    response: accessSchema,
    example: { params: exampleService },
  }),
} as const;

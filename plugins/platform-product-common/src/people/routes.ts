import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { userRefParam } from '../api/parameters';

/**
 * Routes about people, whatever the room.
 *
 * @public
 */
export const peopleRoutes = {
  eraseUser: defineRoute({
    operationId: 'eraseUser',
    method: 'delete',
    path: '/users/:userRef',
    summary: 'Forget what can be linked to a person',
    visibility: 'own',
    params: z.object({ userRef: userRefParam }),
    response: z.object({ erased: z.literal(true) }),
    example: { params: { userRef: 'user:default/carl-nystrom' } },
  }),
} as const;

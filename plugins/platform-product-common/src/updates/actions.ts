import {
  createServicePermission,
  ServiceActionRule,
} from '../access/ServiceActionRule';

/** What people do in the room `updates`. */
export const updatesActions = {
  follow: {
    summary: 'follow the service; to stop needs no permission',
    permission: createServicePermission('follow.write', 'update'),
    roles: ['person'],
  },
} as const satisfies Record<string, ServiceActionRule>;

import {
  createServicePermission,
  ServiceActionRule,
  teamRoles,
} from '../access/ServiceActionRule';

/** What people do in the room `updates`. */
export const updatesActions = {
  follow: {
    summary: 'follow the service; to stop needs no permission',
    permission: createServicePermission('follow.write', 'update'),
    roles: ['person'],
  },
  writeNotices: {
    summary:
      'draft, publish and update notices, see drafts, see who has answered and remind the others',
    permission: createServicePermission('notice.write', 'update'),
    roles: teamRoles,
  },
  writePosts: {
    summary: 'write posts, change them and take them down, and see drafts',
    permission: createServicePermission('post.write', 'update'),
    roles: teamRoles,
  },
  answerNotices: {
    summary: 'answer a notice for an entity that one owns',
    permission: createServicePermission('notice.answer', 'update'),
    roles: ['person'],
  },
  writeEvents: {
    summary:
      'plan, publish, move and cancel events, see drafts and who comes to one',
    permission: createServicePermission('event.write', 'update'),
    roles: teamRoles,
  },
  attendEvents: {
    summary:
      'say that one comes to an event; to take it back needs no permission',
    permission: createServicePermission('event.attend', 'update'),
    roles: ['person'],
  },
  writeRoadmap: {
    summary: 'write the roadmap, move and ship what is on it, see drafts of it',
    permission: createServicePermission('roadmap.write', 'update'),
    roles: teamRoles,
  },
} as const satisfies Record<string, ServiceActionRule>;

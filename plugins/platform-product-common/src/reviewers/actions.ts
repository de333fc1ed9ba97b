import {
  createServicePermission,
  ServiceActionRule,
  teamRoles,
} from '../access/ServiceActionRule';

/** What people do in the room `reviewers`. */
export const reviewerActions = {
  manageRoster: {
    summary: 'invite people to the roster, approve offers, let reviewers go',
    permission: createServicePermission('roster.manage', 'update'),
    roles: teamRoles,
  },
  offerReview: {
    summary:
      'offer oneself as a reviewer, answer an invitation; leaving needs no permission',
    permission: createServicePermission('review.offer', 'create'),
    roles: ['person'],
  },
  requestReview: {
    summary: 'request a review, and nudge',
    permission: createServicePermission('review.request', 'create'),
    roles: ['person'],
  },
} as const satisfies Record<string, ServiceActionRule>;

import {
  createServicePermission,
  ServiceActionRule,
  teamRoles,
} from '../access/ServiceActionRule';

/** What people do in the room `satisfaction`. */
export const satisfactionActions = {
  rate: {
    summary:
      'rate the service; one’s own rating can be seen and taken back without a permission',
    permission: createServicePermission('rating.create', 'create'),
    roles: ['person'],
    notOwn:
      'A team does not rate its own service: scores are what others say. Invite the people who use it',
  },
  inviteToRate: {
    summary: 'invite the people who use it to rate it',
    permission: createServicePermission('rating.invite', 'create'),
    roles: teamRoles,
  },
  replyToScores: {
    summary: 'reply to its scores as its team',
    permission: createServicePermission('scores.reply', 'update'),
    roles: teamRoles,
  },
  giveFeedback: {
    summary: 'give feedback, reply to it, vote for it',
    permission: createServicePermission('feedback.create', 'create'),
    roles: ['person'],
  },
  manageFeedback: {
    summary: 'set the status of feedback, read what is for the team alone',
    permission: createServicePermission('feedback.manage', 'update'),
    roles: teamRoles,
  },
  writeResearch: {
    summary: 'write the research log',
    permission: createServicePermission('research.write', 'update'),
    roles: teamRoles,
  },
} as const satisfies Record<string, ServiceActionRule>;

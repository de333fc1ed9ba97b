import { readFileSync } from 'fs';
import { join } from 'path';
import { routes } from '../client/routes';
import { roomActions } from '../rooms';
import {
  platformProductPermissions,
  ServiceAction,
  serviceActions,
} from './serviceActions';
import { ServiceActionRule, ServiceRole } from './ServiceActionRule';

/** Policies of companies go by these: a changed one opens or closes a door. */
const expected: Record<ServiceAction, readonly [string, string]> = {
  attest: ['platform-product.attestation.create', 'create'],
  withdrawAttestation: ['platform-product.attestation.withdraw', 'delete'],
  requestWaiver: ['platform-product.waiver.request', 'create'],
  decideWaiver: ['platform-product.waiver.decide', 'update'],
  manageRoster: ['platform-product.roster.manage', 'update'],
  offerReview: ['platform-product.review.offer', 'create'],
  requestReview: ['platform-product.review.request', 'create'],
  rate: ['platform-product.rating.create', 'create'],
  inviteToRate: ['platform-product.rating.invite', 'create'],
  replyToScores: ['platform-product.scores.reply', 'update'],
  giveFeedback: ['platform-product.feedback.create', 'create'],
  manageFeedback: ['platform-product.feedback.manage', 'update'],
  writeResearch: ['platform-product.research.write', 'update'],
  follow: ['platform-product.follow.write', 'update'],
  writeNotices: ['platform-product.notice.write', 'update'],
  writePosts: ['platform-product.post.write', 'update'],
  answerNotices: ['platform-product.notice.answer', 'update'],
  writeEvents: ['platform-product.event.write', 'update'],
  attendEvents: ['platform-product.event.attend', 'update'],
  writeRoadmap: ['platform-product.roadmap.write', 'update'],
};

const names = Object.keys(serviceActions) as ServiceAction[];
const rules: Record<ServiceAction, ServiceActionRule> = serviceActions;

const roleNames: Record<ServiceRole, string> = {
  owner: 'owners',
  productManager: 'product manager',
  steward: 'stewards',
  admin: 'admins',
  person: 'everybody who can read the service',
};

describe('the actions of the suite', () => {
  it.each(Object.entries(expected))(
    '%s needs the permission %j',
    (name, [permission, action]) => {
      expect(rules[name as ServiceAction].permission).toEqual({
        type: 'resource',
        name: permission,
        attributes: { action },
        resourceType: 'platform-product-service',
      });
    },
  );

  it('are those of all rooms, each with a name and a permission of its own', () => {
    expect(names).toEqual(
      Object.values(roomActions).flatMap(actions => Object.keys(actions)),
    );
    expect(names).toEqual(Object.keys(expected));
    expect(new Set(platformProductPermissions.map(p => p.name)).size).toBe(
      names.length,
    );
  });

  it('are each needed by a route, and each route needs one of them', () => {
    const needed = Object.values(routes).flatMap(
      ({ action, actionOnOneself }) => [action ?? [], actionOnOneself ?? []],
    );
    expect([...new Set(needed.flat(2))].sort()).toEqual([...names].sort());
  });

  it('stand in the administrator’s table as they are', () => {
    const file = join(__dirname, '../../../../docs/administration.md');
    const cells = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.includes('`platform-product.'))
      .flatMap(line => {
        const [, summary, who, permission] = line.split(/\s*\|\s*/);
        return permission ? [[summary, who, permission]] : [];
      });
    expect(cells).toEqual(
      names.map(name => {
        const { summary, roles, permission, notOwn } = rules[name];
        const who = roles.map(role => roleNames[role]).join(', ');
        return [
          summary,
          notOwn ? `${who}, but for its team` : who,
          `\`${permission.name}\``,
        ];
      }),
    );
  });
});

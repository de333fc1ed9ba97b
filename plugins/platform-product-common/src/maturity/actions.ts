import {
  createServicePermission,
  ServiceActionRule,
  teamRoles,
} from '../access/ServiceActionRule';

/** What people do in the room `maturity`. */
export const maturityActions = {
  attest: {
    summary: 'attest a criterion',
    permission: createServicePermission('attestation.create', 'create'),
    roles: teamRoles,
  },
  withdrawAttestation: {
    summary: 'withdraw an attestation',
    permission: createServicePermission('attestation.withdraw', 'delete'),
    roles: teamRoles,
  },
  requestWaiver: {
    summary: 'request a waiver, and revoke it',
    permission: createServicePermission('waiver.request', 'create'),
    roles: teamRoles,
  },
  decideWaiver: {
    summary: 'approve, deny and revoke waivers; not those one has requested',
    permission: createServicePermission('waiver.decide', 'update'),
    roles: ['steward', 'admin'],
  },
} as const satisfies Record<string, ServiceActionRule>;

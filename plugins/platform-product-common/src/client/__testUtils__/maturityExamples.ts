import { listOfOne, maybe } from './answers';
import {
  id,
  moment,
  oneOf,
  optional,
  queryNumber,
  secureLink,
  service,
  several,
  text,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

const waiver = {
  id: 'waiver-1',
  criterionId: 'listening',
  reason: 'The team is new.',
  requestedBy: 'user:default/olga',
  requestedAt: at,
  expiresAt: at,
  decision: maybe('approved'),
  decidedBy: maybe('user:default/stella'),
  decidedAt: maybe(at),
  note: maybe('Until the summer.'),
  revokedBy: maybe('user:default/olga'),
  revokedAt: maybe(at),
};

const serviceWaiver = {
  ...waiver,
  entityRef: 'component:default/logs',
  status: 'approved',
};

const attestation = {
  id: 'attestation-1',
  entityRef: 'component:default/logs',
  criterionId: 'listening',
  statement: 'We met three teams.',
  link: maybe('https://example.com/notes'),
  createdBy: 'user:default/olga',
  createdAt: at,
  expiresAt: at,
  withdrawnBy: maybe('user:default/olga'),
  withdrawnAt: maybe(at),
};

const rule = {
  allOf: [
    {
      annotation: 'platform-product/vision',
      matches: maybe('^https'),
      refKind: maybe('User'),
    },
    { anyOf: [{ source: 'research' }, { attestation: 'only' }] },
  ],
};

const level = {
  level: 1,
  name: 'Listens',
  description: maybe('Stakeholders are heard.'),
};

const criterion = {
  id: 'listening',
  label: '1.3',
  level: 1,
  title: 'Users are heard',
  description: maybe('In two ways.'),
  howTo: maybe('https://example.com/how'),
  freshForDays: 0.5,
  attestable: true,
  rule,
};

const evidence = {
  criterionId: 'listening',
  source: 'research',
  result: 'pass',
  summary: maybe('Two interviews'),
  link: maybe('https://example.com/log'),
  firstSeenAt: at,
  lastSeenAt: at,
  validUntil: maybe(at),
};

const assessedCriterion = {
  ...criterion,
  result: 'pass',
  state: 'met',
  freshUntil: maybe(at),
  atRiskUntil: maybe(at),
  evidence: [evidence],
  attestation: maybe(attestation),
  waiver: maybe({ ...waiver, status: 'approved' }),
};

export const atRisk = { until: at, fallsTo: 0, criteria: ['listening'] };

const maturity = {
  entityRef: 'component:default/logs',
  level: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  declaredLevel: maybe(2),
  atRisk: maybe(atRisk),
  atRiskUntil: maybe(at),
  heldBackBy: ['guide'],
  levels: [{ ...level, reached: true, criteria: [assessedCriterion] }],
  gracePeriodDays: 0.5,
  asOf: at,
  failedCollectors: [{ collector: 'research', failedAt: at }],
  signalChannel: maybe('platform-product:7c1d'),
};

const levelChange = {
  at,
  fromLevel: 0,
  toLevel: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  atRisk: maybe(atRisk),
  reason: 'evidence',
  causes: [
    {
      criterionId: 'listening',
      title: 'Users are heard',
      from: maybe('missing'),
      to: maybe('met'),
      summary: maybe('Two interviews'),
    },
  ],
};

const access = {
  isOwn: true,
  user: maybe('user:default/olga'),
  attest: true,
  withdrawAttestation: true,
  requestWaiver: true,
  decideWaiver: false,
  manageRoster: true,
  offerReview: true,
  requestReview: true,
  rate: false,
  inviteToRate: true,
  replyToScores: true,
  giveFeedback: true,
  manageFeedback: true,
  writeResearch: true,
  follow: true,
  writeNotices: true,
  writePosts: true,
  answerNotices: true,
  writeEvents: true,
  attendEvents: true,
  writeRoadmap: true,
  longestAttestationDays: 0.5,
  longestWaiverDays: 0.5,
};

const waitingFor = { entityRef: 'component:default/logs', title: 'Logs', at };

export const maturityWaitingExamples = [
  {
    ...waitingFor,
    kind: 'waiver',
    waiver: serviceWaiver,
    criterion: 'Users are heard',
  },
  { ...waitingFor, kind: 'at-risk', atRisk, criteria: ['Users are heard'] },
];

const criterionId = text({ max: 100 });

export const maturityExamples: RouteExamples<
  | 'getMaturity'
  | 'getLevelHistory'
  | 'getAccess'
  | 'attest'
  | 'withdrawAttestation'
  | 'listWaivers'
  | 'listAllWaivers'
  | 'requestWaiver'
  | 'decideWaiver'
  | 'takeBackDecision'
  | 'revokeWaiver'
> = {
  getMaturity: {
    params: service,
    query: { at: optional(moment) },
    answer: maturity,
  },
  getLevelHistory: {
    params: service,
    query: {
      limit: optional(queryNumber({ min: 1, max: 200 })),
      cursor: optional(text({ max: 500 })),
    },
    answer: listOfOne(levelChange),
  },
  getAccess: { params: service, answer: access },
  attest: {
    params: service,
    body: {
      criterionId,
      statement: text({ min: 10, max: 2000 }),
      link: optional(secureLink),
      expiresAt: moment,
    },
    answer: attestation,
  },
  withdrawAttestation: { params: { id }, answer: attestation },
  listWaivers: { params: service, answer: listOfOne(serviceWaiver) },
  listAllWaivers: {
    query: {
      status: optional(
        several(oneOf('pending', 'approved', 'denied', 'expired', 'revoked'), {
          max: 10,
        }),
      ),
      limit: optional(queryNumber({ min: 1, max: 200 })),
      cursor: optional(text({ max: 500 })),
    },
    answer: listOfOne({
      ...serviceWaiver,
      title: 'Logs',
      criterion: 'Users are heard',
    }),
  },
  requestWaiver: {
    params: service,
    body: {
      criterionId,
      reason: text({ min: 10, max: 2000 }),
      expiresAt: moment,
    },
    answer: serviceWaiver,
  },
  decideWaiver: {
    params: { id },
    body: {
      decision: oneOf('approved', 'denied'),
      note: optional(text({ max: 2000 })),
    },
    answer: serviceWaiver,
  },
  takeBackDecision: { params: { id }, answer: serviceWaiver },
  revokeWaiver: { params: { id }, answer: serviceWaiver },
};

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listOf,
  plainText,
} from '../api/parameters';
import { isWebLink } from '../services/isWebLink';
import { attestationSchema, waiverStatusSchema } from './evidence';
import {
  levelChangeSchema,
  listedWaiverSchema,
  maturitySchema,
  serviceWaiverSchema,
} from './responses';

const service = '/entities/:kind/:namespace/:name';
const timestamp = z.iso.datetime({ offset: true });
const criterionId = plainText({ max: 100 });

const secureLink = plainText({ max: 2000 }).refine(
  text => isWebLink(text) && new URL(text).protocol === 'https:',
  { message: 'must be an absolute https link' },
);

/**
 * Routes of the room `maturity`.
 *
 * @public
 */
export const maturityRoutes = {
  getMaturity: defineRoute({
    operationId: 'getMaturity',
    method: 'get',
    path: `${service}/maturity`,
    summary: 'The level of a service, with the evidence for every criterion',
    params: entityParams,
    query: z.strictObject({
      at: timestamp
        .optional()
        .describe('Answer for this past moment instead of now.'),
    }),
    response: maturitySchema,
    example: { params: exampleService, query: { at: '2026-03-01T12:00:00Z' } },
  }),
  getLevelHistory: defineRoute({
    operationId: 'getLevelHistory',
    method: 'get',
    path: `${service}/maturity/history`,
    summary: 'The level changes of a service, newest first, with their causes',
    params: entityParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(100),
      cursor: plainText({ max: 500 }).optional(),
    }),
    response: listOf(levelChangeSchema),
    example: {
      params: exampleService,
      query: { limit: 20, cursor: 'MTAwMCAteVI3S3dCeWlX' },
    },
  }),
  attest: defineRoute({
    operationId: 'attest',
    method: 'post',
    path: `${service}/attestations`,
    summary: 'Attest that a criterion is met',
    action: 'attest',
    audited: ['criterionId'],
    params: entityParams,
    body: z.strictObject({
      criterionId,
      statement: plainText({ min: 10, max: 2000 }),
      link: secureLink.optional(),
      expiresAt: timestamp,
    }),
    response: attestationSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: {
        criterionId: 'guide',
        statement: 'Two teams sent changes with nothing but the guide at hand.',
        link: 'https://docs.example.com/logs/contributing',
        expiresAt: '2999-06-30T00:00:00Z',
      },
    },
  }),
  withdrawAttestation: defineRoute({
    operationId: 'withdrawAttestation',
    method: 'delete',
    path: '/attestations/:id',
    summary: 'Withdraw an attestation; it stays in the history',
    conflict: 'It was withdrawn before',
    action: 'withdrawAttestation',
    record: 'attestation',
    audited: ['criterionId'],
    params: idParams,
    response: attestationSchema,
    example: { params: { id: '5b1e8b0c-6f0e-4c55-9d1b-0a6f3a5d7c21' } },
  }),
  listWaivers: defineRoute({
    operationId: 'listWaivers',
    method: 'get',
    path: `${service}/waivers`,
    summary: 'All waivers of a service, newest first',
    params: entityParams,
    response: listOf(serviceWaiverSchema),
    example: { params: exampleService },
  }),
  listAllWaivers: defineRoute({
    operationId: 'listAllWaivers',
    method: 'get',
    path: '/waivers',
    summary: 'Waivers of all services, newest first',
    visibility: 'list',
    query: z.strictObject({
      status: z
        .union([
          waiverStatusSchema.transform(status => [status]),
          z.array(waiverStatusSchema).min(1).max(10),
        ])
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: plainText({ max: 500 }).optional(),
    }),
    response: listOf(listedWaiverSchema),
    example: {
      query: {
        status: ['pending'],
        limit: 20,
        cursor: 'MjAgamJ1R0EtZWRMZA',
      },
    },
  }),
  requestWaiver: defineRoute({
    operationId: 'requestWaiver',
    method: 'post',
    path: `${service}/waivers`,
    summary: 'Ask for a waiver of a criterion',
    conflict: 'There is a waiver already, pending or approved',
    action: 'requestWaiver',
    audited: ['criterionId'],
    params: entityParams,
    body: z.strictObject({
      criterionId,
      reason: plainText({ min: 10, max: 2000 }),
      expiresAt: timestamp,
    }),
    response: serviceWaiverSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: {
        criterionId: 'guide',
        reason: 'The guide is written anew while the repository moves.',
        expiresAt: '2999-03-31T00:00:00Z',
      },
    },
  }),
  decideWaiver: defineRoute({
    operationId: 'decideWaiver',
    method: 'post',
    path: '/waivers/:id/decision',
    summary: 'Approve or deny a waiver that somebody else asked for',
    conflict: 'It is no longer pending',
    action: 'decideWaiver',
    record: 'waiver',
    audited: ['criterionId', 'decision'],
    params: idParams,
    body: z.strictObject({
      decision: z.enum(['approved', 'denied']),
      note: plainText({ max: 2000 }).optional(),
    }),
    response: serviceWaiverSchema,
    example: {
      params: { id: 'c2f4a9d7-3e18-4b6a-8f70-9be2d1c6a534' },
      body: { decision: 'approved', note: 'Until the move is done.' },
    },
  }),
  takeBackDecision: defineRoute({
    operationId: 'takeBackDecision',
    method: 'delete',
    path: '/waivers/:id/decision',
    summary: 'Take back what one has decided a minute ago at most',
    conflict: 'It was decided longer ago, or by somebody else, or has moved on',
    action: 'decideWaiver',
    record: 'waiver',
    audited: ['criterionId'],
    params: idParams,
    response: serviceWaiverSchema,
    example: { params: { id: 'c2f4a9d7-3e18-4b6a-8f70-9be2d1c6a534' } },
  }),
  revokeWaiver: defineRoute({
    operationId: 'revokeWaiver',
    method: 'delete',
    path: '/waivers/:id',
    summary: 'Take a waiver or the request for it back',
    conflict: 'It is neither pending nor approved',
    action: ['requestWaiver', 'decideWaiver'],
    record: 'waiver',
    audited: ['criterionId'],
    params: idParams,
    response: serviceWaiverSchema,
    example: { params: { id: 'c2f4a9d7-3e18-4b6a-8f70-9be2d1c6a534' } },
  }),
} as const;

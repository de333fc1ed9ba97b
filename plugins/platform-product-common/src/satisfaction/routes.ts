import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { entityParams, exampleService, plainText } from '../api/parameters';
import { isWebLink } from '../services/isWebLink';
import { answerSchema, myAnswerSchema } from './answers';
import { rollUpGroups, rollUpsSchema } from './rollUps';
import { satisfactionSchema, scoresReplySchema } from './satisfaction';

const service = '/entities/:kind/:namespace/:name';

const roundId = plainText({ max: 60 });

/**
 * Routes of the room `satisfaction`.
 *
 * @public
 */
export const satisfactionRoutes = {
  getSatisfaction: defineRoute({
    operationId: 'getSatisfaction',
    method: 'get',
    path: `${service}/satisfaction`,
    summary: 'What is published of a service’s ratings',
    params: entityParams,
    response: satisfactionSchema,
    example: { params: exampleService },
  }),
  getMyAnswer: defineRoute({
    operationId: 'getMyAnswer',
    method: 'get',
    path: `${service}/satisfaction/mine`,
    summary: 'My own answer in the open round',
    visibility: 'own',
    params: entityParams,
    response: myAnswerSchema,
    confidential: true,
    example: { params: exampleService },
  }),
  putMyAnswer: defineRoute({
    operationId: 'putMyAnswer',
    method: 'put',
    path: `${service}/satisfaction/mine`,
    summary: 'Rate a service, or change what I said',
    conflict: 'No round is open',
    action: 'rate',
    params: entityParams,
    body: answerSchema,
    status: 204,
    confidential: true,
    example: {
      params: exampleService,
      body: {
        ratings: {
          leverage: 5,
          usability: 3,
          reliability: 4,
          cost: 'cant-say',
          latency: 4,
        },
        comment: 'Searching by order number takes too many steps.',
        asFeedback: true,
      },
    },
  }),
  withdrawMyAnswer: defineRoute({
    operationId: 'withdrawMyAnswer',
    method: 'delete',
    path: `${service}/satisfaction/mine`,
    summary: 'Take my answer back',
    conflict: 'No round is open',
    visibility: 'own',
    params: entityParams,
    status: 204,
    confidential: true,
    example: { params: exampleService },
  }),
  noteInvitation: defineRoute({
    operationId: 'noteInvitation',
    method: 'put',
    path: `${service}/satisfaction/invitation`,
    summary: 'Say that I have seen that a rating is wanted, or don’t want to',
    conflict: 'No round is open',
    params: entityParams,
    body: z.strictObject({ outcome: z.enum(['seen', 'declined']) }),
    status: 204,
    confidential: true,
    example: { params: exampleService, body: { outcome: 'seen' } },
  }),
  getAudience: defineRoute({
    operationId: 'getAudience',
    method: 'get',
    path: `${service}/satisfaction/audience`,
    summary: 'How many people of how many teams use a service',
    params: entityParams,
    response: z.object({
      people: z
        .number()
        .int()
        .describe('Those who own what uses it, and followers.'),
      teams: z.number().int().describe('Groups that own what uses it.'),
    }),
    example: { params: exampleService },
  }),
  inviteToRate: defineRoute({
    operationId: 'inviteToRate',
    method: 'post',
    path: `${service}/satisfaction/invitations`,
    summary:
      'Invite the people who use a service to rate it; who was asked lately, or has answered, hears nothing',
    conflict: 'No round is open',
    action: 'inviteToRate',
    params: entityParams,
    response: z.object({
      asked: z
        .number()
        .int()
        .describe('People who are known to use the service, and followers.'),
    }),
    example: { params: exampleService },
  }),
  replyToScores: defineRoute({
    operationId: 'replyToScores',
    method: 'put',
    path: `${service}/satisfaction/replies/:roundId`,
    summary: 'Say what was heard in a round, and what follows from it',
    conflict: 'Nothing of this round is released',
    action: 'replyToScores',
    params: entityParams.extend({ roundId }),
    body: z.strictObject({
      text: plainText({ max: 5000 }),
      link: plainText({ max: 2000 })
        .refine(isWebLink, { message: 'must be an absolute http(s) link' })
        .optional(),
    }),
    response: scoresReplySchema,
    example: {
      params: { ...exampleService, roundId: '2026-Q1' },
      body: {
        text: 'We heard that searching is tedious, and start with saved queries.',
        link: 'https://docs.example.com/roadmap',
      },
    },
  }),
  listRollUps: defineRoute({
    operationId: 'listRollUps',
    method: 'get',
    path: '/satisfaction/roll-ups',
    summary: 'Scores by system, domain or owner, or of all services together',
    notFound: 'There is no such round',
    visibility: 'list',
    query: z.strictObject({
      by: z.enum(rollUpGroups),
      round: roundId.optional(),
    }),
    response: rollUpsSchema,
    example: { query: { by: 'system', round: '2026-Q1' } },
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { entityParams, exampleService, idParams } from '../api/parameters';
import { roadmapItemSchema, roadmapSchema } from './roadmap';
import {
  roadmapItemChangeSchema,
  roadmapItemInputSchema,
  roadmapPlaceSchema,
} from './roadmapInput';

const service = '/entities/:kind/:namespace/:name';

const exampleId = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
const exampleItem = {
  title: 'Keep logs for a year',
  text: 'In an archive that takes an hour to search.',
  feature: 'leverage',
  cutsKtlo: false,
  feedbackIds: [exampleId],
  link: 'https://github.com/northwind/logs/issues/7',
  isDraft: false,
} as const;

/**
 * Routes for roadmaps, in the room `updates`.
 *
 * @public
 */
export const roadmapRoutes = {
  getRoadmap: defineRoute({
    operationId: 'getRoadmap',
    method: 'get',
    path: `${service}/roadmap`,
    summary:
      'What the team of a service works on now, next and later, and what it has shipped; drafts for its team alone',
    params: entityParams,
    query: z.strictObject({
      shipped: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .default(50)
        .describe('How many of those that have shipped, the newest first.'),
    }),
    response: roadmapSchema,
    example: { params: exampleService, query: { shipped: 10 } },
  }),
  addRoadmapItem: defineRoute({
    operationId: 'addRoadmapItem',
    method: 'post',
    path: `${service}/roadmap-items`,
    summary: 'Put something on the roadmap of a service',
    conflict: 'There is too much on it already',
    action: 'writeRoadmap',
    audited: ['stage'],
    params: entityParams,
    body: roadmapItemInputSchema,
    response: roadmapItemSchema,
    status: 201,
    idempotent: true,
    example: { params: exampleService, body: { ...exampleItem, stage: 'now' } },
  }),
  getRoadmapItem: defineRoute({
    operationId: 'getRoadmapItem',
    method: 'get',
    path: '/roadmap-items/:id',
    summary: 'Something on a roadmap, with the feedback that it came from',
    record: 'roadmap item',
    params: idParams,
    response: roadmapItemSchema,
    example: { params: { id: exampleId } },
  }),
  changeRoadmapItem: defineRoute({
    operationId: 'changeRoadmapItem',
    method: 'put',
    path: '/roadmap-items/:id',
    summary:
      'Write something on a roadmap anew, or show a draft to everybody; who asked for what has shipped is told once',
    conflict: 'It has moved since that version',
    action: 'writeRoadmap',
    record: 'roadmap item',
    params: idParams,
    body: roadmapItemChangeSchema,
    response: roadmapItemSchema,
    example: {
      params: { id: exampleId },
      body: { ...exampleItem, version: 1 },
    },
  }),
  moveRoadmapItem: defineRoute({
    operationId: 'moveRoadmapItem',
    method: 'put',
    path: '/roadmap-items/:id/place',
    summary:
      'Move something on a roadmap; when it ships, who asked for it is told once',
    conflict: 'It has moved since that version, or is a draft and can’t ship',
    action: 'writeRoadmap',
    record: 'roadmap item',
    audited: ['stage'],
    params: idParams,
    body: roadmapPlaceSchema,
    response: roadmapItemSchema,
    example: {
      params: { id: exampleId },
      body: {
        version: 1,
        stage: 'now',
        before: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11',
      },
    },
  }),
  removeRoadmapItem: defineRoute({
    operationId: 'removeRoadmapItem',
    method: 'delete',
    path: '/roadmap-items/:id',
    summary: 'Take something off a roadmap for good',
    action: 'writeRoadmap',
    record: 'roadmap item',
    params: idParams,
    status: 204,
    example: { params: { id: exampleId } },
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listOf,
  plainText,
} from '../api/parameters';
import {
  concerningNoticeSchema,
  noticeAnswerSchema,
  noticeAnswers,
  noticeImpacts,
  noticePreviewSchema,
  noticeSchema,
  noticeStatuses,
} from './notices';
import { httpsLink, moment, paging, seenVersion } from './inputs';
import {
  noticeChangesSchema,
  noticeDraftSchema,
  noticeInputSchema,
} from './noticeInput';
import { noticeMeasuresSchema } from './noticeMeasures';

const service = '/entities/:kind/:namespace/:name';
const id = z.guid();

const entityRef = plainText({ max: 600 })
  .regex(/^[^:/]+:[^:/]+\/[^:/]+$/, {
    message: 'must be a full entity ref, such as component:default/checkout',
  })
  .transform(text => text.toLocaleLowerCase('en-US'));

const exampleId = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
const exampleNotice = {
  kind: 'missing-data',
  impact: 'major',
  status: 'identified',
  title: 'Logs are missing',
  text: 'A full disk stopped one of three collectors.',
  whatToDo: 'Do not bill by the logs of that night.',
  notAffected: 'Metrics and traces.',
  safeAgain: 'The page “Completeness” shows 100 % for that night.',
  from: '2026-11-20T02:10:00.000Z',
  until: '2026-11-20T04:40:00.000Z',
  data: {
    effect: 'lost',
    what: 'Logs of the cluster “west”',
    amount: 'about 3 % of all lines',
    certainty: 'estimated',
    recoverable: 'partly',
  },
  detectedAt: '2026-11-20T05:00:00.000Z',
  nextUpdateDueAt: '2999-11-20T07:00:00.000Z',
} as const;

/**
 * Routes for notices, in the room `updates`.
 *
 * @public
 */
export const noticeRoutes = {
  listNotices: defineRoute({
    operationId: 'listNotices',
    method: 'get',
    path: `${service}/notices`,
    summary:
      'Notices of a service, open ones first, then the newest; drafts for its team alone',
    params: entityParams,
    query: z.strictObject({
      state: z.enum(['open', 'over', 'draft']).optional(),
      ...paging,
    }),
    response: listOf(noticeSchema),
    example: {
      params: exampleService,
      query: { state: 'over', limit: 10, cursor: 'MTAgVVdJcWFiaVZfYQ' },
    },
  }),
  getNoticeMeasures: defineRoute({
    operationId: 'getNoticeMeasures',
    method: 'get',
    path: `${service}/notice-measures`,
    summary: 'How early and how completely users were told, in a year',
    params: entityParams,
    response: noticeMeasuresSchema,
    example: { params: exampleService },
  }),
  publishNotice: defineRoute({
    operationId: 'publishNotice',
    method: 'post',
    path: `${service}/notices`,
    summary:
      'Tell the users of a service what happened to it; all that use it hear of it, directly or through others',
    action: 'writeNotices',
    audited: ['kind', 'impact'],
    params: entityParams,
    body: noticeInputSchema,
    response: noticeSchema,
    status: 201,
    idempotent: true,
    example: { params: exampleService, body: exampleNotice },
  }),
  draftNotice: defineRoute({
    operationId: 'draftNotice',
    method: 'post',
    path: `${service}/notice-drafts`,
    summary: 'Prepare a notice, which its team alone sees',
    action: 'writeNotices',
    audited: ['kind', 'impact'],
    params: entityParams,
    body: noticeDraftSchema,
    response: noticeSchema,
    status: 201,
    idempotent: true,
    example: { params: exampleService, body: exampleNotice },
  }),
  ingestNotice: defineRoute({
    operationId: 'ingestNotice',
    method: 'post',
    path: `${service}/notice-drafts/ingested`,
    summary:
      'Prepare a notice as a tool, with a service token; its team is told, and nobody else',
    caller: 'service',
    audited: ['kind', 'impact'],
    params: entityParams,
    body: noticeDraftSchema,
    response: noticeSchema,
    status: 201,
    idempotent: true,
    example: { params: exampleService, body: exampleNotice },
  }),
  previewNotice: defineRoute({
    operationId: 'previewNotice',
    method: 'post',
    path: `${service}/notices/preview`,
    summary:
      'Whom a notice would reach, and what the owners of one entity would be told; the nearest one where none is named',
    action: 'writeNotices',
    params: entityParams,
    body: z.strictObject({
      notice: noticeDraftSchema,
      entityRef: entityRef.optional(),
    }),
    response: noticePreviewSchema,
    example: {
      params: exampleService,
      body: { notice: exampleNotice, entityRef: 'component:default/checkout' },
    },
  }),
  getNotice: defineRoute({
    operationId: 'getNotice',
    method: 'get',
    path: '/notices/:id',
    summary: 'A notice with all that was said since',
    record: 'notice',
    params: idParams,
    response: noticeSchema,
    example: { params: { id: exampleId } },
  }),
  changeDraft: defineRoute({
    operationId: 'changeDraft',
    method: 'put',
    path: '/notice-drafts/:id',
    summary: 'Change a draft; what is published is never edited',
    conflict: 'It is published, or has moved since that version',
    action: 'writeNotices',
    record: 'notice',
    params: idParams,
    body: noticeDraftSchema.extend({ version: seenVersion }),
    response: noticeSchema,
    example: {
      params: { id: exampleId },
      body: { ...exampleNotice, version: 1 },
    },
  }),
  publishDraft: defineRoute({
    operationId: 'publishDraft',
    method: 'post',
    path: '/notice-drafts/:id/publication',
    summary: 'Publish a draft as it is now',
    conflict: 'It is published already, or has moved since that version',
    action: 'writeNotices',
    record: 'notice',
    audited: ['kind', 'impact'],
    params: idParams,
    body: noticeInputSchema.safeExtend({ version: seenVersion }),
    response: noticeSchema,
    example: {
      params: { id: exampleId },
      body: { ...exampleNotice, version: 1 },
    },
  }),
  discardDraft: defineRoute({
    operationId: 'discardDraft',
    method: 'delete',
    path: '/notice-drafts/:id',
    summary:
      'Throw a draft away; what is published stays, and can be withdrawn',
    conflict: 'It is published',
    action: 'writeNotices',
    record: 'notice',
    params: idParams,
    status: 204,
    example: { params: { id: exampleId } },
  }),
  updateNotice: defineRoute({
    operationId: 'updateNotice',
    method: 'post',
    path: '/notices/:id/updates',
    summary: 'Say what is new about a notice; whom it reaches is told',
    conflict:
      'It is a draft, cannot go to that status any more, or has moved since that version',
    action: 'writeNotices',
    record: 'notice',
    audited: ['status', 'impact'],
    params: idParams,
    body: z
      .strictObject({
        version: seenVersion,
        status: z.enum(noticeStatuses).optional(),
        impact: z.enum(noticeImpacts).optional(),
        text: plainText({ max: 5000 }),
        link: httpsLink.optional(),
        isFinal: z
          .boolean()
          .optional()
          .describe('Of a post-mortem, whether nothing more is to come.'),
        corrects: id.optional(),
        mergedInto: id.optional(),
        nextUpdateDueAt: moment.optional(),
        changes: noticeChangesSchema
          .optional()
          .describe('What is known better by now; null takes a field away.'),
      })
      .refine(
        ({ status, mergedInto }) =>
          (status === 'merged') === (mergedInto !== undefined),
        {
          path: ['mergedInto'],
          message: 'belongs to the status merged, and to no other',
        },
      ),
    response: noticeSchema,
    status: 201,
    idempotent: true,
    example: {
      params: { id: exampleId },
      body: {
        version: 1,
        status: 'merged',
        impact: 'minor',
        text: 'It goes on in the notice of the whole cluster.',
        link: 'https://docs.example.com/incidents/7',
        isFinal: false,
        corrects: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11',
        mergedInto: '7e1d5c1f-1e1e-4b64-9b3c-1d80ab4b2c22',
        nextUpdateDueAt: '2999-11-20T09:00:00.000Z',
        changes: {
          whatToDo: 'Do not bill by the logs of that night.',
          notAffected: 'Metrics and traces.',
          safeAgain: 'The page “Completeness” shows 100 % for that night.',
          from: '2026-11-20T02:10:00.000Z',
          until: '2026-11-20T04:50:00.000Z',
          data: exampleNotice.data,
        },
      },
    },
  }),
  listNoticeAnswers: defineRoute({
    operationId: 'listNoticeAnswers',
    method: 'get',
    path: '/notices/:id/answers',
    summary:
      'What a notice reaches, by which path, and what its owners have said; those who have not first',
    action: 'writeNotices',
    record: 'notice',
    params: idParams,
    query: z.strictObject(paging),
    response: listOf(noticeAnswerSchema),
    example: {
      params: { id: exampleId },
      query: { limit: 10, cursor: 'MTAgZlRCS3pOYnhLTA' },
    },
  }),
  answerNotice: defineRoute({
    operationId: 'answerNotice',
    method: 'put',
    path: '/notices/:id/answers',
    summary: 'Say for entities that I own whether a notice hit them',
    conflict: 'It is over, and nothing can be answered any more',
    action: 'answerNotices',
    record: 'notice',
    audited: ['answer'],
    params: idParams,
    body: z.strictObject({
      entityRefs: z.array(entityRef).min(1).max(100),
      answer: z.enum(noticeAnswers),
      note: plainText({ max: 500 }).optional(),
    }),
    response: z.object({ items: z.array(noticeAnswerSchema) }),
    example: {
      params: { id: exampleId },
      body: {
        entityRefs: ['component:default/checkout'],
        answer: 'affected',
        note: 'Invoices of that night are made again.',
      },
    },
  }),
  remindOfNotice: defineRoute({
    operationId: 'remindOfNotice',
    method: 'post',
    path: '/notices/:id/reminders',
    summary: 'Remind those who have not answered; once a day at most',
    conflict: 'They were reminded within a day, or it is over',
    action: 'writeNotices',
    record: 'notice',
    params: idParams,
    response: z.object({
      entities: z.number().int().describe('Whose owners were reminded.'),
    }),
    example: { params: { id: exampleId } },
  }),
  listConcerningNotices: defineRoute({
    operationId: 'listConcerningNotices',
    method: 'get',
    path: '/notices',
    summary:
      'Open notices that concern an entity, or all that the caller owns; of services that the caller may see',
    visibility: 'list',
    query: z.strictObject({ entityRef: entityRef.optional() }),
    response: listOf(concerningNoticeSchema),
    example: { query: { entityRef: 'component:default/checkout' } },
  }),
} as const;

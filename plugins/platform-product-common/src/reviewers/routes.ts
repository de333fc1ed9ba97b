import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listOf,
  plainText,
  userRefParam,
} from '../api/parameters';
import { isWebLink } from '../services/isWebLink';
import { availabilitySchema, timeZoneSchema } from './availability';
import { mostPaths } from './changedPaths';
import { rosterTermsSchema } from './rosterTerms';
import { myReviewsSchema } from './myReviews';
import { reviewRequestSchema } from './reviewRequests';
import { reviewTimesSchema } from './reviewTimes';
import { reviewerListItemSchema } from './reviewerList';
import { rosterEntrySchema, rosterSchema } from './roster';
import { suggestionsSchema } from './suggestions';

const service = '/entities/:kind/:namespace/:name';

const paths = z.array(plainText({ max: 1000 })).max(mostPaths);

const changeUrl = plainText({ max: 2000 }).refine(isWebLink, {
  message: 'must be an absolute http(s) link',
});

const reviewer = entityParams.extend({ userRef: userRefParam });

const exampleReviewer = 'user:default/noor-haddad';
const exampleChange = 'https://github.com/northwind/logs/pull/482';

/**
 * Routes of the room `reviewers`.
 *
 * @public
 */
export const reviewerRoutes = {
  getRoster: defineRoute({
    operationId: 'getRoster',
    method: 'get',
    path: `${service}/reviewers`,
    summary: 'Who reviews for a service, and who might',
    params: entityParams,
    response: rosterSchema,
    example: { params: exampleService },
  }),
  putReviewer: defineRoute({
    operationId: 'putReviewer',
    method: 'put',
    path: `${service}/reviewers/:userRef`,
    summary:
      'Offer oneself, invite somebody, or agree to what the other side put forward by repeating it',
    action: 'manageRoster',
    actionOnOneself: 'offerReview',
    audited: ['role'],
    params: reviewer,
    body: rosterTermsSchema.extend({
      sponsor: userRefParam
        .nullable()
        .optional()
        .describe(
          'Who helps; null for nobody, and as before where it is left out.',
        ),
    }),
    response: rosterEntrySchema,
    example: {
      params: { ...exampleService, userRef: exampleReviewer },
      body: {
        role: 'reviewer',
        paths: ['charts/', '*.md'],
        endsOn: '2999-12-31',
        sponsor: 'user:default/maya-lund',
      },
    },
  }),
  removeReviewer: defineRoute({
    operationId: 'removeReviewer',
    method: 'delete',
    path: `${service}/reviewers/:userRef`,
    summary: 'Leave the roster, or let somebody go',
    action: 'manageRoster',
    visibility: 'own',
    params: reviewer,
    response: rosterEntrySchema,
    example: { params: { ...exampleService, userRef: exampleReviewer } },
  }),
  suggestReviewers: defineRoute({
    operationId: 'suggestReviewers',
    method: 'post',
    path: `${service}/reviewers/suggestions`,
    summary: 'Up to three people for a change, with reasons',
    params: entityParams,
    body: z.strictObject({
      paths: paths.optional(),
      changeUrl: changeUrl.optional(),
      author: userRefParam.optional(),
      timeZone: timeZoneSchema.optional(),
    }),
    response: suggestionsSchema,
    example: {
      params: exampleService,
      body: {
        paths: ['charts/values.yaml'],
        changeUrl: exampleChange,
        author: 'user:default/carl-nystrom',
        timeZone: 'Europe/Berlin',
      },
    },
  }),
  requestReview: defineRoute({
    operationId: 'requestReview',
    method: 'post',
    path: `${service}/review-requests`,
    summary: 'Ask one person for a review',
    conflict: 'A review of this change is requested already',
    action: 'requestReview',
    audited: ['reviewer'],
    params: entityParams,
    body: z.strictObject({
      reviewer: userRefParam,
      paths: paths.default([]),
      changeUrl: changeUrl.optional(),
      note: plainText({ max: 2000 }).optional(),
    }),
    response: reviewRequestSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: {
        reviewer: exampleReviewer,
        paths: ['charts/values.yaml'],
        changeUrl: exampleChange,
        note: 'It only moves the retention to the values.',
      },
    },
  }),
  getReviewRequest: defineRoute({
    operationId: 'getReviewRequest',
    method: 'get',
    path: '/review-requests/:id',
    summary: 'A request for a review, to those it concerns',
    caller: 'user',
    record: 'review request',
    params: idParams,
    response: reviewRequestSchema,
    example: { params: { id: '9d3c7e52-84ab-4f1d-a6c0-5e2b7f9013d8' } },
  }),
  acceptReviewRequest: defineRoute({
    operationId: 'acceptReviewRequest',
    method: 'post',
    path: '/review-requests/:id/accept',
    summary: 'Accept a request for a review',
    conflict: 'The request is not with the caller any more',
    record: 'review request',
    params: idParams,
    response: reviewRequestSchema,
    example: { params: { id: '9d3c7e52-84ab-4f1d-a6c0-5e2b7f9013d8' } },
  }),
  declineReviewRequest: defineRoute({
    operationId: 'declineReviewRequest',
    method: 'post',
    path: '/review-requests/:id/decline',
    summary: 'Decline a request for a review; the next person is asked',
    conflict: 'The request is not with the caller any more',
    visibility: 'own',
    record: 'review request',
    params: idParams,
    response: reviewRequestSchema,
    example: { params: { id: '9d3c7e52-84ab-4f1d-a6c0-5e2b7f9013d8' } },
  }),
  completeReviewRequest: defineRoute({
    operationId: 'completeReviewRequest',
    method: 'post',
    path: '/review-requests/:id/complete',
    summary: 'Say that an accepted review is done',
    conflict: 'It was not accepted, or is closed',
    visibility: 'own',
    record: 'review request',
    params: idParams,
    response: reviewRequestSchema,
    example: { params: { id: '9d3c7e52-84ab-4f1d-a6c0-5e2b7f9013d8' } },
  }),
  withdrawReviewRequest: defineRoute({
    operationId: 'withdrawReviewRequest',
    method: 'delete',
    path: '/review-requests/:id',
    summary: 'Take a request for a review back',
    conflict: 'It is closed',
    visibility: 'own',
    record: 'review request',
    params: idParams,
    response: reviewRequestSchema,
    example: { params: { id: '9d3c7e52-84ab-4f1d-a6c0-5e2b7f9013d8' } },
  }),
  getReviewTimes: defineRoute({
    operationId: 'getReviewTimes',
    method: 'get',
    path: `${service}/review-times`,
    summary: 'How long reviews take, and what is overdue',
    params: entityParams,
    response: reviewTimesSchema,
    example: { params: exampleService },
  }),
  nudgeReviewer: defineRoute({
    operationId: 'nudgeReviewer',
    method: 'post',
    path: `${service}/review-times/overdue/:changeId/nudge`,
    summary: 'Remind the person whose turn it is, at most once a day',
    conflict: 'There was a reminder within a day, or nobody can be reminded',
    action: 'requestReview',
    params: entityParams.extend({ changeId: plainText({ max: 200 }) }),
    response: z.object({
      turnOf: z.string(),
      nudgedAt: z.iso.datetime(),
    }),
    example: { params: { ...exampleService, changeId: '482' } },
  }),
  getMyReviews: defineRoute({
    operationId: 'getMyReviews',
    method: 'get',
    path: '/me/reviews',
    summary: 'My requests, my services and when I can review',
    visibility: 'own',
    response: myReviewsSchema,
    example: {},
  }),
  putAvailability: defineRoute({
    operationId: 'putAvailability',
    method: 'put',
    path: '/me/availability',
    summary: 'Say when I can review',
    visibility: 'own',
    body: availabilitySchema,
    response: availabilitySchema,
    example: {
      body: {
        timeZone: 'Europe/Berlin',
        workingDays: [1, 2, 3, 4],
        from: '08:30',
        until: '16:30',
        holidays: 'DE-BE',
        away: [{ from: '2999-07-01', until: '2999-07-14' }],
        onRotation: true,
        maxOpenReviews: 5,
      },
    },
  }),
  listReviewers: defineRoute({
    operationId: 'listReviewers',
    method: 'get',
    path: '/reviewers',
    summary: 'Active reviewers across all services',
    visibility: 'list',
    query: z.strictObject({
      text: plainText({ max: 200 })
        .optional()
        .describe('Part of the service or of the person’s name.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: plainText({ max: 500 }).optional(),
    }),
    response: listOf(reviewerListItemSchema),
    example: {
      query: { text: 'logs', limit: 25, cursor: 'MjUgOUozWFAxejUxWg' },
    },
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listFields,
  ListPage,
  plainText,
} from '../api/parameters';
import { isWebLink } from '../services/isWebLink';

const service = '/entities/:kind/:namespace/:name';
const timestamp = z.iso.datetime();

const link = plainText({ max: 2000 }).refine(isWebLink, {
  message: 'must be an absolute http(s) link',
});

/**
 * Who reads feedback that is given with one's name: everybody, or the team alone.
 */
const signedVisibilities = ['public', 'team'] as const;

/**
 * Beside these, feedback can be anonymous: a comment that came with a rating.
 *
 * @public
 */
export const feedbackVisibilities = [
  ...signedVisibilities,
  'anonymous',
] as const satisfies readonly FeedbackVisibility[];

/**
 * Who sees the name behind feedback.
 *
 * @public
 */
export type FeedbackVisibility = 'public' | 'team' | 'anonymous';

/** @public */
export const feedbackStatuses = [
  'open',
  'planned',
  'started',
  'completed',
  'declined',
  'duplicate',
] as const satisfies readonly FeedbackStatus[];

/**
 * What became of feedback.
 *
 * @public
 */
export type FeedbackStatus =
  | 'open'
  | 'planned'
  | 'started'
  | 'completed'
  | 'declined'
  | 'duplicate';

const feedbackReplySchema: z.ZodType<FeedbackReply> = z
  .object({
    id: z.string(),
    text: z.string(),
    by: z.string(),
    fromTeam: z.boolean(),
    at: timestamp,
  })
  .meta({ id: 'FeedbackReply' });

/**
 * What somebody says to feedback.
 *
 * @public
 */
export interface FeedbackReply {
  /** Unique, and never used again. */
  readonly id: string;
  /** Plain text, as somebody typed it. */
  readonly text: string;
  /** User ref of who wrote it. */
  readonly by: string;
  /** Whether the team wrote it. */
  readonly fromTeam: boolean;
  /** When they wrote it, in ISO 8601. */
  readonly at: string;
}

export const feedbackSchema: z.ZodType<Feedback> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    title: z.string(),
    text: z.string().optional(),
    visibility: z.enum(feedbackVisibilities),
    author: z.string().optional().describe('Nobody of anonymous feedback.'),
    at: timestamp.describe('Of anonymous feedback, when its round ends.'),
    version: z.number().int().describe('Grows with each change of its status.'),
    status: z.enum(feedbackStatuses),
    statusNote: z.string().optional(),
    link: z
      .string()
      .optional()
      .describe('A roadmap item, an issue or a changelog.'),
    duplicateOf: z.string().optional().describe('Id of the other feedback.'),
    movedAt: timestamp.optional(),
    votes: z.number().int(),
    hasMyVote: z.boolean(),
    replies: z.array(feedbackReplySchema),
  })
  .meta({ id: 'Feedback' });

/**
 * What somebody asks of a service, and what became of it.
 *
 * @public
 */
export interface Feedback {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** Plain text, as somebody typed it. */
  readonly text?: string;
  /** Who sees the name behind it. */
  readonly visibility: FeedbackVisibility;
  /** Nobody of anonymous feedback. */
  readonly author?: string;
  /** Of anonymous feedback, when its round ends. */
  readonly at: string;
  /** Grows with each change of its status. */
  readonly version: number;
  /** Where it stands. */
  readonly status: FeedbackStatus;
  /** What the team says to its status. */
  readonly statusNote?: string;
  /** A roadmap item, an issue or a changelog. */
  readonly link?: string;
  /** Id of the other feedback. */
  readonly duplicateOf?: string;
  /** When its status last changed, in ISO 8601. */
  readonly movedAt?: string;
  /** How many people want it, too. */
  readonly votes: number;
  /** Whether the reader is one of them. */
  readonly hasMyVote: boolean;
  /** The oldest first. */
  readonly replies: readonly FeedbackReply[];
}

/** What feedback from before the suite took it may say; the same as what is given here. */
export const pastFeedbackSchema = z.object({
  title: plainText({ max: 200 }),
  text: plainText({ max: 5000 }).optional(),
  visibility: z.enum(signedVisibilities),
  status: z.enum(feedbackStatuses).optional(),
  statusNote: plainText({ max: 2000 }).optional(),
  link: link.optional(),
  by: plainText({ max: 600 }),
  voters: z.array(plainText({ max: 600 })).optional(),
  replies: z
    .array(
      z.object({ text: plainText({ max: 5000 }), by: plainText({ max: 600 }) }),
    )
    .optional(),
});

const feedbackListSchema: z.ZodType<FeedbackList> = z
  .object({
    items: z.array(feedbackSchema),
    ...listFields,
    counts: z.partialRecord(z.enum(feedbackStatuses), z.number().int()),
  })
  .meta({ id: 'FeedbackList' });

/**
 * A page of the feedback on a service.
 *
 * @public
 */
export interface FeedbackList extends ListPage<Feedback> {
  /** How many there are in each status. */
  readonly counts: Readonly<Partial<Record<FeedbackStatus, number>>>;
}

const id = z.guid();

/**
 * Routes for feedback, in the room `satisfaction`.
 *
 * @public
 */
export const feedbackRoutes = {
  listFeedback: defineRoute({
    operationId: 'listFeedback',
    method: 'get',
    path: `${service}/feedback`,
    summary: 'Feedback on a service, the most wanted first',
    params: entityParams,
    query: z.strictObject({
      status: z
        .union([
          z.enum(feedbackStatuses).transform(value => [value]),
          z.array(z.enum(feedbackStatuses)).min(1).max(10),
        ])
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: plainText({ max: 500 }).optional(),
    }),
    response: feedbackListSchema,
    example: {
      params: exampleService,
      query: {
        status: ['open', 'planned'],
        limit: 10,
        cursor: 'MTAgYlExOEY2WWZQNw',
      },
    },
  }),
  giveFeedback: defineRoute({
    operationId: 'giveFeedback',
    method: 'post',
    path: `${service}/feedback`,
    summary: 'Say what a service lacks, or does well',
    action: 'giveFeedback',
    audited: ['visibility'],
    params: entityParams,
    body: z.strictObject({
      title: plainText({ min: 5, max: 200 }),
      text: plainText({ max: 5000 }).optional(),
      visibility: z.enum(signedVisibilities).default('public'),
    }),
    response: feedbackSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: {
        title: 'Keep logs for a year',
        text: 'Audits ask for twelve months; thirty days are too few.',
        visibility: 'public',
      },
    },
  }),
  replyToFeedback: defineRoute({
    operationId: 'replyToFeedback',
    method: 'post',
    path: '/feedback/:id/replies',
    summary: 'Reply to feedback',
    action: ['giveFeedback', 'manageFeedback'],
    record: 'feedback',
    params: idParams,
    body: z.strictObject({ text: plainText({ max: 5000 }) }),
    response: feedbackSchema,
    status: 201,
    idempotent: true,
    example: {
      params: { id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10' },
      body: { text: 'Would an archive do that takes an hour to search?' },
    },
  }),
  setFeedbackStatus: defineRoute({
    operationId: 'setFeedbackStatus',
    method: 'put',
    path: '/feedback/:id/status',
    summary: 'Say what becomes of feedback; its author and voters are told',
    conflict: 'It has moved since that version',
    action: 'manageFeedback',
    record: 'feedback',
    audited: ['status'],
    params: idParams,
    body: z
      .strictObject({
        version: z
          .number()
          .int()
          .min(1)
          .describe('That of the feedback it is about; 409 if it has moved.'),
        status: z.enum(feedbackStatuses),
        note: plainText({ max: 2000 }).optional(),
        link: link.optional(),
        duplicateOf: id.optional(),
      })
      .refine(
        ({ status, duplicateOf }) =>
          (status === 'duplicate') === (duplicateOf !== undefined),
        {
          path: ['duplicateOf'],
          message: 'belongs to the status duplicate, and to no other',
        },
      ),
    response: feedbackSchema,
    example: {
      params: { id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10' },
      body: {
        version: 1,
        status: 'duplicate',
        note: 'It goes on where archives are talked about.',
        link: 'https://docs.example.com/roadmap#archives',
        duplicateOf: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11',
      },
    },
  }),
  voteForFeedback: defineRoute({
    operationId: 'voteForFeedback',
    method: 'put',
    path: '/feedback/:id/vote',
    summary: 'Vote for feedback; once for each person',
    action: 'giveFeedback',
    record: 'feedback',
    params: idParams,
    response: feedbackSchema,
    example: { params: { id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10' } },
  }),
  withdrawVote: defineRoute({
    operationId: 'withdrawVote',
    method: 'delete',
    path: '/feedback/:id/vote',
    summary: 'Take a vote back',
    record: 'feedback',
    params: idParams,
    response: feedbackSchema,
    example: { params: { id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10' } },
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { entityParams, exampleService } from '../api/parameters';

const timestamp = z.iso.datetime();

/**
 * What a contribution guide has to tell.
 *
 * @public
 */
export const guideQuestions = [
  'contributionTypes',
  'buildAndTest',
  'responseTime',
  'becomeReviewer',
] as const;

/** @public */
export type GuideQuestion = (typeof guideQuestions)[number];

/** @public */
export const guideAnswerSchema = z.object({
  question: z.enum(guideQuestions),
  covered: z.boolean(),
  sentence: z
    .string()
    .optional()
    .describe('What the guide says, as it stands.'),
  line: z.number().int().optional(),
  heading: z.string().optional(),
});

/**
 * Whether a guide answers a question and, where it does, with which words.
 *
 * @public
 */
export type GuideAnswer = z.infer<typeof guideAnswerSchema>;

/** @public */
export const guideHeadingSchema = z.object({
  depth: z.number().int().min(1).max(6),
  text: z.string(),
  line: z.number().int(),
});

/** @public */
export const contributingSchema = z
  .object({
    guide: z
      .object({
        url: z.string(),
        markdown: z.string(),
        outline: z.array(guideHeadingSchema),
        checkedAt: timestamp,
      })
      .optional(),
    coverage: z.array(guideAnswerSchema),
    lookedAt: z
      .array(z.string())
      .describe('Where a guide was looked for, in this order.'),
    error: z
      .string()
      .optional()
      .describe('Why the guide could not be read or refreshed.'),
    elsewhere: z
      .string()
      .optional()
      .describe('A guide outside the repository, which is only linked.'),
    newFileUrl: z
      .string()
      .optional()
      .describe('Page of the forge on which a guide can be started.'),
    sourceUrl: z.string().optional(),
    support: z.string().optional(),
  })
  .meta({ id: 'Contributing' });

/**
 * How one contributes to a service.
 *
 * @public
 */
export type Contributing = z.infer<typeof contributingSchema>;

/**
 * Routes of the room `contributing`.
 *
 * @public
 */
export const contributingRoutes = {
  getContributing: defineRoute({
    operationId: 'getContributing',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/contributing',
    summary: 'The contribution guide and what it covers',
    params: entityParams,
    response: contributingSchema,
    example: { params: exampleService },
  }),
} as const;

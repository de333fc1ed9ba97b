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
] as const satisfies readonly GuideQuestion[];

/**
 * What a contribution guide has to tell.
 *
 * @public
 */
export type GuideQuestion =
  | 'contributionTypes'
  | 'buildAndTest'
  | 'responseTime'
  | 'becomeReviewer';

const guideAnswerSchema: z.ZodType<GuideAnswer> = z.object({
  question: z.enum(guideQuestions),
  covered: z.boolean(),
  sentence: z
    .string()
    .optional()
    .describe(
      'What the guide says: a sentence, with what leads to it where it says too little alone.',
    ),
  line: z.number().int().optional(),
  heading: z.string().optional(),
  promisedHours: z
    .number()
    .optional()
    .describe('Business hours that the sentence promises, where it is clear.'),
});

/**
 * Whether a guide answers a question and, where it does, with which words.
 *
 * @public
 */
export interface GuideAnswer {
  /** What a contributor asks. */
  readonly question: GuideQuestion;
  /** Whether the guide answers it. */
  readonly covered: boolean;
  /** What the guide says: a sentence, with what leads to it where it says too little alone. */
  readonly sentence?: string;
  /** Line of the sentence that answers, counted from 1. */
  readonly line?: number;
  /** Heading that the sentence is under. */
  readonly heading?: string;
  /** How soon an answer comes, in business hours; absent where no clear time is named. */
  readonly promisedHours?: number;
}

const guideHeadingSchema: z.ZodType<GuideHeading> = z.object({
  depth: z.number().int().min(1).max(6),
  text: z.string(),
  line: z.number().int(),
});

/**
 * A heading of a guide.
 *
 * @public
 */
export interface GuideHeading {
  /** From 1 to 6. */
  readonly depth: number;
  /** Without markup. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

const contributingSchema: z.ZodType<Contributing> = z
  .object({
    guide: z
      .object({
        url: z.string(),
        markdown: z.string(),
        outline: z.array(guideHeadingSchema),
        checkedAt: timestamp,
        path: z
          .string()
          .optional()
          .describe('Where it is, from the root of its repository.'),
        pageTemplate: z
          .string()
          .optional()
          .describe('Link of any file of the repository, with {path} in it.'),
        imageTemplate: z
          .string()
          .optional()
          .describe('Link of the bare content of a file, with {path} in it.'),
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
      .describe(
        'A guide that is only linked: outside the repository, or unread.',
      ),
    isOtherFormat: z
      .boolean()
      .optional()
      .describe('The linked guide is in the repository, and is no Markdown.'),
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
export interface Contributing {
  /** The guide; absent where there is none. */
  readonly guide?: {
    /** Where people read it. */
    readonly url: string;
    /** The guide as its team wrote it; untrusted. */
    readonly markdown: string;
    /** Its headings, in their order. */
    readonly outline: readonly GuideHeading[];
    /** When the guide was last read, in ISO 8601. */
    readonly checkedAt: string;
    /** Where it is, from the root of its repository. */
    readonly path?: string;
    /** Link of any file of the repository for people, with `{path}` in it. */
    readonly pageTemplate?: string;
    /** Link of the bare content of any file, with `{path}` in it. */
    readonly imageTemplate?: string;
  };
  /** What it answers, question by question. */
  readonly coverage: readonly GuideAnswer[];
  /** Where a guide was looked for, in this order. */
  readonly lookedAt: readonly string[];
  /** Why the guide could not be read or refreshed. */
  readonly error?: string;
  /** A guide that is only linked: outside the repository, or in another format. */
  readonly elsewhere?: string;
  /** The linked guide is in the repository, and is no Markdown. */
  readonly isOtherFormat?: boolean;
  /** Page of the forge on which a guide can be started. */
  readonly newFileUrl?: string;
  /** Address of the service’s source code. */
  readonly sourceUrl?: string;
  /** Where people ask the team, as its annotation says. */
  readonly support?: string;
}

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

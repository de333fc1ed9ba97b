import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  listFields,
  ListPage,
  entityParams,
  exampleService,
  idParams,
  plainText,
} from '../api/parameters';
import { isWebLink } from '../services/isWebLink';

const service = '/entities/:kind/:namespace/:name';

/**
 * Ways of listening besides ratings: talking with users, working among them,
 * trying out one's own product, looking at metrics together.
 *
 * @public
 */
export const researchKinds = [
  'interview',
  'embed',
  'try-out',
  'survey',
  'metrics-review',
] as const satisfies readonly ResearchKind[];

/**
 * How a team finds out what its users need.
 *
 * @public
 */
export type ResearchKind =
  | 'interview'
  | 'embed'
  | 'try-out'
  | 'survey'
  | 'metrics-review';

const content = {
  kind: z.enum(researchKinds),
  date: z.iso.date().describe('The day it took place.'),
  team: plainText({ max: 200 })
    .optional()
    .describe('With which team; a person only if they agree.'),
  learned: plainText({ min: 10, max: 5000 }).describe('What was learned.'),
  follows: plainText({ max: 5000 })
    .optional()
    .describe('What follows from it.'),
  link: plainText({ max: 2000 })
    .refine(isWebLink, { message: 'must be an absolute http(s) link' })
    .optional(),
};

const researchSchema: z.ZodType<Research> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    ...content,
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Research' });

/**
 * One entry of the research log of a service.
 *
 * @public
 */
export interface Research {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** How it was found out. */
  readonly kind: ResearchKind;
  /** The day it took place. */
  readonly date: string;
  /** With which team; a person only if they agree. */
  readonly team?: string;
  /** What was learned. */
  readonly learned: string;
  /** What follows from it. */
  readonly follows?: string;
  /** Where there is more about it. */
  readonly link?: string;
  /** User ref of who listed it. */
  readonly by: string;
  /** When it was listed, in ISO 8601. */
  readonly at: string;
}

const researchListSchema: z.ZodType<ResearchList> = z
  .object({
    items: z.array(researchSchema),
    ...listFields,
    recent: z
      .partialRecord(z.enum(researchKinds), z.number().int())
      .describe('How many of each kind there were in the last 180 days.'),
  })
  .meta({ id: 'ResearchList' });

/**
 * A page of the research log of a service.
 *
 * @public
 */
export interface ResearchList extends ListPage<Research> {
  /** How many of each kind there were in the last 180 days. */
  readonly recent: Readonly<Partial<Record<ResearchKind, number>>>;
}

/**
 * Routes for the research log, in the room `satisfaction`.
 *
 * @public
 */
export const researchRoutes = {
  listResearch: defineRoute({
    operationId: 'listResearch',
    method: 'get',
    path: `${service}/research`,
    summary: 'How the team has listened, the newest first',
    params: entityParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(20),
      cursor: plainText({ max: 500 }).optional(),
    }),
    response: researchListSchema,
    example: {
      params: exampleService,
      query: { limit: 10, cursor: 'MTAgYjVsRGZ1Z0VLNA' },
    },
  }),
  addResearch: defineRoute({
    operationId: 'addResearch',
    method: 'post',
    path: `${service}/research`,
    summary: 'Add to the research log',
    action: 'writeResearch',
    audited: ['kind'],
    params: entityParams,
    body: z.strictObject(content),
    response: researchSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: {
        kind: 'interview',
        date: '2026-02-27',
        team: 'Checkout',
        learned: 'They search by order number, which is no field of its own.',
        follows: 'The order number becomes a field.',
        link: 'https://docs.example.com/research/checkout',
      },
    },
  }),
  removeResearch: defineRoute({
    operationId: 'removeResearch',
    method: 'delete',
    path: '/research/:id',
    summary: 'Remove an entry of the research log',
    action: 'writeResearch',
    record: 'research',
    params: idParams,
    response: researchSchema,
    example: { params: { id: 'e81f6a43-2c9d-4d07-b5f3-7a10c8d4e962' } },
  }),
} as const;

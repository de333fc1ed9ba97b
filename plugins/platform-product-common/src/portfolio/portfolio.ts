import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { listOf, plainText } from '../api/parameters';
import { levelDefinitionSchema } from '../maturity/ladder';
import { mergeRooms } from '../mergeRooms';
import { roomFigures } from '../rooms';

const timestamp = z.iso.datetime();

type RoomFigures = typeof roomFigures;
type FigureSort = RoomFigures[keyof RoomFigures]['sorts'][number];

const figureFields = mergeRooms(
  Object.fromEntries(
    Object.entries(roomFigures).map(([room, { fields }]) => [room, fields]),
  ) as { [TRoom in keyof RoomFigures]: RoomFigures[TRoom]['fields'] },
);

/**
 * Channel on which it is signalled that some service has changed; the message
 * does not say which.
 *
 * @public
 */
export const portfolioSignalChannel = 'platform-product:portfolio';

/** @public */
export const portfolioItemSchema = z
  .object({
    entityRef: z.string(),
    title: z.string(),
    kind: z.string(),
    owner: z.string().optional(),
    system: z.string().optional(),
    ...figureFields,
    asOf: timestamp,
  })
  .meta({ id: 'PortfolioItem' });

/**
 * A service in the portfolio.
 *
 * @public
 */
export type PortfolioItem = z.infer<typeof portfolioItemSchema>;

/** @public */
export const portfolioSorts = [
  'title',
  'owner',
  ...Object.values(roomFigures).flatMap(
    ({ sorts }): readonly FigureSort[] => sorts,
  ),
] as const;

/** One value or several, as query parameters repeat. */
function several<T extends z.ZodType>(item: T) {
  return z
    .union([item.transform(value => [value]), z.array(item).min(1).max(20)])
    .optional();
}

const ref = plainText({ max: 600 }).transform(text =>
  text.toLocaleLowerCase('en-US'),
);

const filters = {
  level: several(z.coerce.number().int().min(0).max(99)),
  owner: several(ref),
  kind: several(ref),
  system: several(ref),
  atRisk: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  text: plainText({ max: 200 })
    .optional()
    .describe('Part of the title or the name.'),
};

/** @public */
export const portfolioFiltersSchema = z.strictObject(filters);

/**
 * Which services to show; several values of one field are alternatives.
 *
 * @public
 */
export type PortfolioFilters = z.output<typeof portfolioFiltersSchema>;

/** @public */
export const portfolioQuerySchema = z.strictObject({
  ...filters,
  sort: z.enum(portfolioSorts).default('title'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: plainText({ max: 4000 }).optional(),
});

/** @public */
export type PortfolioQuery = z.output<typeof portfolioQuerySchema>;

const countSchema = z.object({ value: z.string(), count: z.number().int() });

/** @public */
export const portfolioSummarySchema = z
  .object({
    totalItems: z.number().int(),
    levels: z.array(
      levelDefinitionSchema.extend({
        level: z.number().int().min(0),
        count: z.number().int(),
        yearAgo: z.number().int(),
      }),
    ),
    upThisMonth: z.number().int(),
    downThisMonth: z.number().int(),
    atRisk: z.number().int(),
    owners: z.array(countSchema),
    systems: z.array(countSchema),
    kinds: z.array(countSchema),
    asOf: timestamp.optional().describe('When the oldest level was computed.'),
  })
  .meta({ id: 'PortfolioSummary' });

/**
 * The distribution of all services that the caller may see.
 *
 * @public
 */
export type PortfolioSummary = z.infer<typeof portfolioSummarySchema>;

const exampleFilters = {
  level: [1, 2],
  owner: ['group:default/logs-team'],
  kind: ['component'],
  system: ['system:default/observability'],
  atRisk: 'true',
  text: 'logs',
  sort: 'title',
  order: 'asc',
} satisfies z.input<typeof portfolioQuerySchema>;

/**
 * Routes of the room `portfolio`.
 *
 * @public
 */
export const portfolioRoutes = {
  listPortfolio: defineRoute({
    operationId: 'listPortfolio',
    method: 'get',
    path: '/portfolio',
    summary: 'Services with their levels',
    visibility: 'list',
    query: portfolioQuerySchema,
    response: listOf(portfolioItemSchema),
    example: {
      query: {
        ...exampleFilters,
        limit: 50,
        cursor:
          'WyJ0aXRsZSIsImFzYyIsIkRlcGxveW1lbnQiLCJjb21wb25lbnQ6ZGVmYXVsdC9kZXBsb3ltZW50Il0',
      },
    },
  }),
  getPortfolioSummary: defineRoute({
    operationId: 'getPortfolioSummary',
    method: 'get',
    path: '/portfolio/summary',
    summary: 'How many services stand on which level, and who moved',
    visibility: 'list',
    response: portfolioSummarySchema,
    example: {},
  }),
  exportPortfolio: defineRoute({
    operationId: 'exportPortfolio',
    method: 'get',
    path: '/portfolio/export.csv',
    summary: 'The same as a CSV file (RFC 4180)',
    visibility: 'list',
    query: portfolioQuerySchema.omit({ limit: true, cursor: true }),
    response: z.string(),
    contentType: 'text/csv',
    example: { query: exampleFilters },
  }),
} as const;

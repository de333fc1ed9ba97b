import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import { listOf, plainText } from '../api/parameters';
import { LevelDefinition, levelDefinitionSchema } from '../maturity/ladder';
import { mergeRooms } from '../mergeRooms';
import { ListedFigures, roomFigures } from '../rooms';

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

export const portfolioItemSchema: z.ZodType<PortfolioItem> = z
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
export interface PortfolioItem extends ListedFigures {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call it. */
  readonly title: string;
  /** Kind of the entity, in lower case. */
  readonly kind: string;
  /** Ref of the first owner. */
  readonly owner?: string;
  /** Ref of the system. */
  readonly system?: string;
  /** When the service was last assessed, in ISO 8601. */
  readonly asOf: string;
}

/** @public */
export const portfolioSorts = [
  'title',
  'owner',
  ...Object.values(roomFigures).flatMap(
    ({ sorts }): readonly FigureSort[] => sorts,
  ),
] as const;

/**
 * What lists of services can be sorted by.
 *
 * @public
 */
export type PortfolioSort = (typeof portfolioSorts)[number];

/** One value or several, as query parameters repeat. */
function several<T extends z.ZodType>(item: T) {
  return z
    .union([item.transform(value => [value]), z.array(item).min(1).max(20)])
    .optional();
}

const ref = plainText({ max: 600 }).transform(text =>
  text.toLocaleLowerCase('en-US'),
);

/** Of no more than two digits: whatever else may be taken for a number is none. */
const level = z
  .number()
  .int()
  .min(0)
  .max(99)
  .or(
    z
      .string()
      .regex(/^\d{1,2}$/, { message: 'must be the number of a level' })
      .transform(Number),
  );

const filters = {
  level: several(level),
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

/**
 * Which services to show; several values of one field are alternatives.
 *
 * @public
 */
export interface PortfolioFilters {
  /** Numbers of levels. */
  readonly level?: readonly number[];
  /** Refs of owners. */
  readonly owner?: readonly string[];
  /** Kinds of entities. */
  readonly kind?: readonly string[];
  /** Refs of systems. */
  readonly system?: readonly string[];
  /** Only services that are about to fall, or only the others. */
  readonly atRisk?: boolean;
  /** Part of the title or the name. */
  readonly text?: string;
}

/** @public */
export const portfolioQuerySchema = z.strictObject({
  ...filters,
  sort: z.enum(portfolioSorts).default('title'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: plainText({ max: 4000 }).optional(),
});

/**
 * Which services to show, in which order, from where on.
 *
 * @public
 */
export interface PortfolioQuery extends PortfolioFilters {
  /** What the list is sorted by. */
  readonly sort: PortfolioSort;
  /** Services without what is sorted by come last in either order. */
  readonly order: 'asc' | 'desc';
  /** At most so many services in a page. */
  readonly limit: number;
  /** Where the page starts: the `nextCursor` of the page before. */
  readonly cursor?: string;
}

const countSchema = z.object({ value: z.string(), count: z.number().int() });

/**
 * How many services have a value that one can filter by.
 *
 * @public
 */
export interface ServiceCount {
  /** A ref or a kind. */
  readonly value: string;
  /** How many services have it. */
  readonly count: number;
}

const portfolioSummarySchema: z.ZodType<PortfolioSummary> = z
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
export interface PortfolioSummary {
  /** How many services the caller may see. */
  readonly totalItems: number;
  /** Every level of the ladder, the lowest first. */
  readonly levels: ReadonlyArray<
    LevelDefinition & {
      /** How many services stand there. */
      readonly count: number;
      /** How many stood there a year ago. */
      readonly yearAgo: number;
    }
  >;
  /** How many rose in the last 30 days. */
  readonly upThisMonth: number;
  /** How many fell in the last 30 days. */
  readonly downThisMonth: number;
  /** How many are about to fall. */
  readonly atRisk: number;
  /** Owners to filter by. */
  readonly owners: readonly ServiceCount[];
  /** Systems to filter by. */
  readonly systems: readonly ServiceCount[];
  /** Kinds to filter by. */
  readonly kinds: readonly ServiceCount[];
  /** When the oldest level was computed. */
  readonly asOf?: string;
}

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

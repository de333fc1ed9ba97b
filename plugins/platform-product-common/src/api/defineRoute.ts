import { z } from 'zod';

/**
 * The one definition of a route of the API: the backend validates with it, the
 * client is typed by it and the OpenAPI document is made from it.
 *
 * @public
 */
export interface RouteDefinition<
  TParams extends z.ZodObject = z.ZodObject,
  TQuery extends z.ZodObject = z.ZodObject,
  TBody extends z.ZodType = z.ZodType,
  TResponse extends z.ZodType = z.ZodType,
> {
  /** Unique name, in camel case. */
  readonly operationId: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path below the plugin's base path, with parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly params: TParams;
  readonly query: TQuery;
  readonly body: TBody;
  readonly response: TResponse;
  /**
   * A good request, with every field that the route takes, optional ones too. It
   * stands in the OpenAPI document, and tests spoil it.
   */
  readonly example: {
    readonly params?: z.input<TParams>;
    readonly query?: z.input<TQuery>;
    readonly body?: z.input<TBody>;
  };
  /** When the answer is 404, where the route names nothing that may be hidden. */
  readonly notFound?: string;
  /** When the answer is 409, beside a key that was used for something else. */
  readonly conflict?: string;
  /** Status of the answer when all went well. */
  readonly status: 200 | 201 | 204;
  readonly contentType: 'application/json' | 'text/csv';
  /**
   * Takes an `Idempotency-Key` header: the same key from the same person
   * repeats the answer, not the act.
   */
  readonly idempotent: boolean;
  /**
   * Lets nobody who reads logs pair people with what they said: its audit events
   * name no actor, and all its answers have the same length.
   */
  readonly confidential: boolean;
  /**
   * Which of the service actions the caller has to be allowed; any one of several.
   * A route without one is open to everybody who may see what it is about.
   */
  readonly action?: string | readonly string[];
  /** The action instead of it where the parameter `userRef` names the caller. */
  readonly actionOnOneself?: string;
  /**
   * What the caller has to see. `service`: the service that the parameters name, or
   * that the record with this id belongs to; others answer 404. `own`: nothing, since
   * it is about the caller. `list`: nothing, since only what the caller may see is
   * listed.
   */
  readonly visibility: 'service' | 'own' | 'list';
  /** What the parameter `id` names, as in "No waiver found". */
  readonly record?: string;
  /**
   * Fields of the body, or of the record, that stand in the audit trail beside the
   * parameters; never free text.
   */
  readonly audited: readonly string[];
}

/** @public */
export type AnyRouteDefinition = RouteDefinition<any, any, any, any>;

/**
 * What a caller passes to a route.
 *
 * @public
 */
export type RouteInput<TRoute extends AnyRouteDefinition> = {
  readonly params: z.input<TRoute['params']>;
  readonly query?: z.input<TRoute['query']>;
  readonly body?: z.input<TRoute['body']>;
  readonly idempotencyKey?: string;
};

/**
 * What a route answers.
 *
 * @public
 */
export type RouteResponse<TRoute extends AnyRouteDefinition> = z.output<
  TRoute['response']
>;

const nothing = z.strictObject({});

/**
 * Completes a route definition.
 *
 * @public
 */
export function defineRoute<
  TParams extends z.ZodObject = z.ZodObject<{}, z.core.$strict>,
  TQuery extends z.ZodObject = z.ZodObject<{}, z.core.$strict>,
  TBody extends z.ZodType = z.ZodUndefined,
  TResponse extends z.ZodType = z.ZodUndefined,
>(
  route: Pick<
    RouteDefinition,
    'operationId' | 'method' | 'path' | 'summary'
  > & {
    readonly params?: TParams;
    readonly query?: TQuery;
    readonly body?: TBody;
    readonly response?: TResponse;
    readonly example: RouteDefinition<TParams, TQuery, TBody>['example'];
    readonly notFound?: string;
    readonly conflict?: string;
    readonly status?: RouteDefinition['status'];
    readonly contentType?: RouteDefinition['contentType'];
    readonly idempotent?: boolean;
    readonly confidential?: boolean;
    readonly action?: RouteDefinition['action'];
    readonly actionOnOneself?: string;
    readonly visibility?: RouteDefinition['visibility'];
    readonly record?: string;
    readonly audited?: readonly string[];
  },
): RouteDefinition<TParams, TQuery, TBody, TResponse> {
  return {
    status: 200,
    contentType: 'application/json',
    idempotent: false,
    confidential: false,
    visibility: 'service',
    audited: [],
    ...route,
    params: route.params ?? (nothing as unknown as TParams),
    query: route.query ?? (nothing as unknown as TQuery),
    body: route.body ?? (z.undefined() as unknown as TBody),
    response: route.response ?? (z.undefined() as unknown as TResponse),
  };
}

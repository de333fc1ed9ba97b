import { z } from 'zod';

/**
 * A schema of an object whose fields can be looked at one by one.
 *
 * @public
 */
export type ObjectSchema<TRead, TSent> = z.ZodType<TRead, TSent> & {
  readonly shape: z.core.$ZodShape;
};

/**
 * The one definition of a route of the API: the backend validates with it, the
 * client is typed by it and the OpenAPI document is made from it. A query and a body
 * are read as something else than is sent where they have defaults.
 *
 * @public
 */
export interface RouteDefinition<
  TParams = unknown,
  TQuery = unknown,
  TBody = unknown,
  TResponse = unknown,
  TReadQuery = TQuery,
  TReadBody = TBody,
> {
  /** Unique name, in camel case. */
  readonly operationId: string;
  /** HTTP method. */
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path below the plugin's base path, with parameters as `:name`. */
  readonly path: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** Parameters of the path. */
  readonly params: ObjectSchema<TParams, TParams>;
  /** Parameters of the query. */
  readonly query: ObjectSchema<TReadQuery, TQuery>;
  /** What is sent, as JSON. */
  readonly body: z.ZodType<TReadBody, TBody>;
  /** What is answered. */
  readonly response: z.ZodType<TResponse>;
  /**
   * A good request, with every field that the route takes, optional ones too. It
   * stands in the OpenAPI document, and tests spoil it.
   */
  readonly example: {
    readonly params?: TParams;
    readonly query?: TQuery;
    readonly body?: TBody;
  };
  /** When the answer is 404, where the route names nothing that may be hidden. */
  readonly notFound?: string;
  /** When the answer is 409, beside a key that was used for something else. */
  readonly conflict?: string;
  /** Status of the answer when all went well. */
  readonly status: 200 | 201 | 204;
  /** Form of the answer. */
  readonly contentType:
    | 'application/json'
    | 'application/atom+xml'
    | 'text/calendar'
    | 'text/csv';
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
  /**
   * Who may ask: people, a tool with a service token and nobody else, or both; or, with
   * `link`, whoever has a secret that stands in the path, and signs in with nothing else.
   */
  readonly caller: 'user' | 'service' | 'both' | 'link';
  /** What the parameter `id` names, as in "No waiver found". */
  readonly record?: string;
  /**
   * Fields of the body, or of the record, that stand in the audit trail beside the
   * parameters; never free text.
   */
  readonly audited: readonly string[];
}

/**
 * A route, whatever it takes and answers.
 *
 * @public
 */
export type AnyRouteDefinition = RouteDefinition<any, any, any, any, any, any>;

/**
 * What a caller passes to a route.
 *
 * @public
 */
export type RouteInput<TRoute extends AnyRouteDefinition> = {
  readonly params: AsSent<z.input<TRoute['params']>>;
  readonly query?: AsSent<z.input<TRoute['query']>>;
  readonly body?: AsSent<z.input<TRoute['body']>>;
  readonly idempotencyKey?: string;
};

/**
 * The same with all of it read-only: callers may pass what they must not change.
 *
 * @public
 */
export type AsSent<T> = T extends readonly (infer TItem)[]
  ? readonly AsSent<TItem>[]
  : T extends object
  ? { readonly [TKey in keyof T]: AsSent<T[TKey]> }
  : T;

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
    readonly example: RouteDefinition<
      z.input<TParams>,
      z.input<TQuery>,
      z.input<TBody>
    >['example'];
    readonly notFound?: string;
    readonly conflict?: string;
    readonly status?: RouteDefinition['status'];
    readonly contentType?: RouteDefinition['contentType'];
    readonly idempotent?: boolean;
    readonly confidential?: boolean;
    readonly action?: RouteDefinition['action'];
    readonly actionOnOneself?: string;
    readonly visibility?: RouteDefinition['visibility'];
    readonly caller?: RouteDefinition['caller'];
    readonly record?: string;
    readonly audited?: readonly string[];
  },
): RouteDefinition<
  z.input<TParams>,
  z.input<TQuery>,
  z.input<TBody>,
  z.output<TResponse>,
  z.output<TQuery>,
  z.output<TBody>
> {
  const { params = nothing, query = nothing }: Partial<AnyRouteDefinition> =
    route;
  const { body = z.undefined(), response = z.undefined() } = route;
  // Other backends read what is of nobody in particular.
  const isOfNobody =
    route.method === 'get' && route.visibility !== 'own' && !route.confidential;
  return {
    status: 200,
    contentType: 'application/json',
    idempotent: false,
    confidential: false,
    visibility: 'service',
    caller: isOfNobody ? 'both' : 'user',
    audited: [],
    ...route,
    params,
    query,
    body: body as z.ZodType<z.output<TBody>, z.input<TBody>>,
    response: response as z.ZodType<z.output<TResponse>>,
  };
}

import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  AnyRouteDefinition,
  RouteInput,
  RouteResponse,
} from '../api/defineRoute';
import { routes } from './routes';

/**
 * The API of the platform-product backend: one typed function per route.
 *
 * @public
 */
export interface PlatformProductApi {
  /**
   * Calls a route by its operation id.
   *
   * @throws ResponseError when the backend answers with an error
   */
  call<TName extends keyof typeof routes>(
    operation: TName,
    input: RouteInput<(typeof routes)[TName]>,
    options?: { readonly signal?: AbortSignal; readonly token?: string },
  ): Promise<RouteResponse<(typeof routes)[TName]>>;
}

/**
 * The path parameters that name a service, from its entity ref.
 *
 * @public
 */
export function entityParamsOf(entityRef: string): {
  kind: string;
  namespace: string;
  name: string;
} {
  return parseEntityRef(entityRef);
}

function pathOf(route: AnyRouteDefinition, params: Record<string, string>) {
  return route.path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(params[name]),
  );
}

function searchOf(query: Record<string, unknown> = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

/**
 * Talks to the platform-product backend over HTTP.
 *
 * @public
 */
export class PlatformProductClient implements PlatformProductApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  async call<TName extends keyof typeof routes>(
    operation: TName,
    input: RouteInput<(typeof routes)[TName]>,
    options: { readonly signal?: AbortSignal; readonly token?: string } = {},
  ): Promise<RouteResponse<(typeof routes)[TName]>> {
    const route: AnyRouteDefinition = routes[operation];
    const baseUrl = await this.#discoveryApi.getBaseUrl('platform-product');
    const url = `${baseUrl}${pathOf(route, input.params)}${searchOf(
      input.query,
    )}`;
    const response = await this.#fetchApi.fetch(url, {
      method: route.method.toLocaleUpperCase('en-US'),
      signal: options.signal,
      headers: {
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
        ...(input.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(input.idempotencyKey && {
          'Idempotency-Key': input.idempotencyKey,
        }),
      },
      body: JSON.stringify(input.body),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    if (route.status === 204) {
      return undefined as RouteResponse<(typeof routes)[TName]>;
    }
    const answer: unknown =
      route.contentType === 'application/json'
        ? await response.json()
        : await response.text();
    return answer as RouteResponse<(typeof routes)[TName]>;
  }
}

import {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  AnyRouteDefinition,
  RouteResponse,
} from '@platform-product/backstage-plugin-common';
import { Router } from 'express';
import { ParsedRequest, parseRequest } from './parseRequest';

/** A validated request with the credentials of its caller. */
export type RouteRequest<TRoute> = ParsedRequest<TRoute> & {
  readonly credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
  /** Adds particulars to the audit event of a write; never free text. */
  readonly audit: (particulars: JsonObject) => void;
};

type Handler<TRoute extends AnyRouteDefinition> = (
  request: RouteRequest<TRoute>,
) => Promise<RouteResponse<TRoute>>;

/**
 * Puts routes on a router. What every route has in common is here: credentials,
 * validation, an audit event for every write, and the form of the answer.
 */
export class RouteRegistrar {
  readonly #router: Router;
  readonly #httpAuth: HttpAuthService;
  readonly #auditor: AuditorService;

  constructor(options: {
    router: Router;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  }) {
    this.#router = options.router;
    this.#httpAuth = options.httpAuth;
    this.#auditor = options.auditor;
  }

  add<TRoute extends AnyRouteDefinition>(
    route: TRoute,
    handler: Handler<TRoute>,
  ): void {
    const isWrite = route.method !== 'get';
    this.#router[route.method](route.path, async (req, res) => {
      const credentials = await this.#httpAuth.credentials(req, {
        allow: isWrite ? ['user'] : ['user', 'service'],
      });
      const event = isWrite
        ? await this.#auditor.createEvent({
            eventId: route.operationId.replace(
              /[A-Z]/g,
              letter => `-${letter.toLocaleLowerCase('en-US')}`,
            ),
            severityLevel: 'medium',
            request: req,
            meta: { ...req.params },
          })
        : undefined;
      const particulars: JsonObject = {};
      const audit = (added: JsonObject) => Object.assign(particulars, added);
      try {
        const request = { ...parseRequest(route, req), credentials, audit };
        const answer: unknown = await handler(request as RouteRequest<TRoute>);
        await event?.success({ meta: particulars });
        res.status(route.status);
        if (route.contentType === 'application/json') res.json(answer);
        else res.type(route.contentType).send(answer);
      } catch (error) {
        await event?.fail({ error: error as Error, meta: particulars });
        throw error;
      }
    });
  }
}

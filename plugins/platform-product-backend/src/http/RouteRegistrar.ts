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
import { Response, Router } from 'express';
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
) => Promise<
  RouteResponse<TRoute> extends undefined ? void : RouteResponse<TRoute>
>;

/** In bytes; the longest comment there may be takes three quarters of it. */
const paddedLength = 8 * 1024;

/**
 * Sends an answer of which the length tells nothing. Neither may whether it has
 * changed, so that it has no ETag, nor what it compresses to.
 */
function sendPadded(res: Response, answer: unknown): void {
  const text = JSON.stringify(answer);
  const blanks = -Buffer.byteLength(text) % paddedLength;
  const padding = ' '.repeat(blanks ? paddedLength + blanks : 0);
  res.set('Cache-Control', 'no-store, no-transform');
  res.set('Content-Length', `${Buffer.byteLength(text) + padding.length}`);
  res.end(text + padding);
}

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
            // From it, the auditor has the actor and the address.
            request: route.confidential ? undefined : req,
            meta: { ...req.params },
          })
        : undefined;
      const particulars: JsonObject = {};
      const audit = (added: JsonObject) => Object.assign(particulars, added);
      try {
        const request = { ...parseRequest(route, req), credentials, audit };
        const answer: unknown = await handler(request as RouteRequest<TRoute>);
        await event?.success({ meta: particulars });
        res.status(route.status).type(route.contentType);
        if (route.status === 204) res.end();
        else if (route.confidential) sendPadded(res, answer);
        else if (route.contentType === 'application/json') res.json(answer);
        else res.send(answer);
      } catch (error) {
        await event?.fail({ error: error as Error, meta: particulars });
        throw error;
      }
    });
  }
}

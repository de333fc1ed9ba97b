import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import { Request, Response, Router } from 'express';
import { z } from 'zod';
import { FieldError } from '../operations/FieldError';
import { CallerCredentials, Operation } from '../operations/Operation';

/** In bytes; the longest comment there may be takes three quarters of it. */
const paddedLength = 8 * 1024;

/** By this a spreadsheet knows UTF-8; without it, it takes a file for Latin-1. */
const mark = '\ufeff';

/** Answers operations over HTTP. */
export function serveOperations(options: {
  router: Router;
  auth: AuthService;
  httpAuth: HttpAuthService;
  operations: readonly Operation[];
}): void {
  const { router, operations, ...services } = options;
  for (const operation of operations) {
    const { route } = operation;
    router[route.method](route.path, async (req, res) => {
      const answer = await run(operation, req, services);
      if (route.caller === 'link')
        res.set('Cache-Control', 'private, no-cache');
      res.status(route.status).type(route.contentType);
      if (route.status === 204) res.end();
      else if (route.confidential) sendPadded(res, answer);
      else if (route.contentType === 'application/json') res.json(answer);
      else if (route.contentType === 'text/csv') res.send(`${mark}${answer}`);
      else res.send(answer);
    });
  }
}

async function run(
  { route, ...operation }: Operation,
  req: Request,
  services: { readonly auth: AuthService; readonly httpAuth: HttpAuthService },
): Promise<unknown> {
  const credentials = await credentialsOf(route, req, services);
  try {
    return await operation.run({
      params: req.params as Record<string, string>,
      query: req.query,
      body: req.body,
      idempotencyKey: req.header('idempotency-key'),
      credentials,
      http: req,
    });
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const { field, reason } = error;
    throw new InputError(
      `Invalid request: ${partOf(route, field)}.${field}: ${reason}`,
    );
  }
}

/** Where the path holds a secret, nobody is signed in, whatever else the request says. */
async function credentialsOf(
  { caller }: AnyRouteDefinition,
  req: Request,
  {
    auth,
    httpAuth,
  }: { readonly auth: AuthService; readonly httpAuth: HttpAuthService },
): Promise<CallerCredentials> {
  if (caller === 'link') return auth.getNoneCredentials();
  return httpAuth.credentials(req, {
    // Who is not a tool hears so by name.
    allow: caller === 'user' ? ['user'] : ['user', 'service'],
  });
}

/** The part of a request in which a field stands. */
function partOf(route: AnyRouteDefinition, field: string) {
  const { body, query, params } = route;
  if (body instanceof z.ZodObject && field in body.shape) return 'body';
  if (field in query.shape) return 'query';
  return field in params.shape ? 'params' : 'body';
}

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

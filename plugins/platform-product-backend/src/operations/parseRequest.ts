import { InputError } from '@backstage/errors';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import { z } from 'zod';
import { ParsedRequest, RawRequest } from './Operation';

const longestKey = 100;

function describeIssue(part: string, issue: z.core.$ZodIssue): string {
  return `${[part, ...issue.path].join('.')}: ${issue.message}`;
}

function checkIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > longestKey) {
    throw new InputError(
      `Invalid request: header idempotency-key: expected 1 to ${longestKey} visible ASCII characters`,
    );
  }
  return key;
}

/**
 * Validates a request against a route's definition.
 *
 * @throws InputError naming every bad field
 */
export function parseRequest<TRoute extends AnyRouteDefinition>(
  route: TRoute,
  request: Omit<RawRequest, 'credentials' | 'http'>,
): ParsedRequest<TRoute> {
  const takesBody = !(route.body instanceof z.ZodUndefined);
  const parts = {
    params: route.params.safeParse(request.params),
    query: route.query.safeParse(request.query),
    body: route.body.safeParse(takesBody ? request.body : undefined),
  };
  const problems = Object.entries(parts).flatMap(([part, result]) =>
    result.success
      ? []
      : result.error.issues.map((issue: z.core.$ZodIssue) =>
          describeIssue(part, issue),
        ),
  );
  if (problems.length) {
    throw new InputError(`Invalid request: ${problems.join('; ')}`);
  }
  return {
    params: parts.params.data,
    query: parts.query.data,
    body: parts.body.data,
    idempotencyKey: route.idempotent
      ? checkIdempotencyKey(request.idempotencyKey)
      : undefined,
  } as ParsedRequest<TRoute>;
}

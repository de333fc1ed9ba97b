import { z } from 'zod';
import { AnyRouteDefinition } from '../api/defineRoute';
import { routes } from './routes';

const errorResponses = {
  '400': 'The request is malformed; every bad field is named',
  '401': 'The caller is not signed in',
  '403': 'The caller may not do this; nothing happened',
  '404': 'There is no such thing, or the caller may not know of it',
  '409': 'Somebody else was first; read again, then decide',
};

const toSchema = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io,
    target: 'openapi-3.0',
    unrepresentable: 'any',
  });
  return schema;
};

function parametersOf(route: AnyRouteDefinition) {
  const of = (type: z.ZodObject, where: 'path' | 'query') =>
    Object.entries(type.shape).map(([name, field]) => ({
      name,
      in: where,
      required: where === 'path',
      schema: toSchema(field as z.ZodType, 'input'),
    }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: 100 },
  };
  return [
    ...of(route.params, 'path'),
    ...of(route.query, 'query'),
    ...(route.idempotent ? [key] : []),
  ];
}

function operationOf(route: AnyRouteDefinition) {
  const { operationId, summary, contentType } = route;
  const hasBody = !(route.body instanceof z.ZodUndefined);
  return {
    operationId,
    summary,
    parameters: parametersOf(route),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: toSchema(route.body, 'input'),
            example: route.example.body,
          },
        },
      },
    }),
    responses: {
      [route.status]: {
        description: 'Done',
        ...(route.status !== 204 && {
          content: {
            [contentType]: { schema: toSchema(route.response, 'output') },
          },
        }),
      },
      ...Object.fromEntries(
        Object.entries(errorResponses).map(([status, description]) => [
          status,
          { description },
        ]),
      ),
    },
  };
}

/**
 * The OpenAPI 3.0 document of the API, made from the route definitions.
 *
 * @public
 */
export function createOpenApiDocument(): {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, unknown>>;
} & Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of Object.values<AnyRouteDefinition>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'platform-product',
      version: '1',
      description: 'Platform services as products: maturity and portfolio.',
    },
    servers: [{ url: '/api/platform-product' }],
    components: {
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ backstage: [] }],
    paths,
  };
}

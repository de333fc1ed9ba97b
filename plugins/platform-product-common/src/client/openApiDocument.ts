import { z } from 'zod';
import { AnyRouteDefinition, ObjectSchema } from '../api/defineRoute';
import { routesByTag } from './routes';

/** Schemas by their names, as far as the document refers to them. */
type Schemas = Record<string, unknown>;

const definitions = '#/definitions/';

/**
 * A schema in the form of OpenAPI 3.0; parts that have a name go to the schemas of the
 * document. What is sent and what is answered differ in defaults, and so in names.
 */
function toSchema(type: z.ZodType, io: 'input' | 'output', schemas: Schemas) {
  const nameOf = (id: string) => (io === 'input' ? `${id}Input` : id);
  const text = JSON.stringify(
    z.toJSONSchema(type, {
      io,
      target: 'openapi-3.0',
      unrepresentable: 'any',
    }),
    (key, value) =>
      key === '$ref' && value.startsWith(definitions)
        ? `#/components/schemas/${nameOf(value.slice(definitions.length))}`
        : value,
  );
  const { $schema: _, definitions: named = {}, ...schema } = JSON.parse(text);
  for (const [id, definition] of Object.entries(named)) {
    schemas[nameOf(id)] = definition;
  }
  return schema;
}

/** The errors that a route can answer with, and what they mean there. */
function errorsOf(route: AnyRouteDefinition): Record<string, string> {
  const { caller, action, visibility, record, params } = route;
  const isAboutSomething =
    visibility === 'service' ||
    record ||
    ('name' in params.shape && 'userRef' in params.shape);
  const conflicts = [
    ...(route.conflict ? [route.conflict] : []),
    ...(route.idempotent ? ['The key was used for something else'] : []),
  ];
  return {
    400: 'The request is malformed; every bad field is named',
    ...(caller !== 'link' && { 401: 'The caller is not signed in' }),
    ...((caller === 'user' || caller === 'service' || action) && {
      403: 'The caller may not do this; nothing happened',
    }),
    ...(isAboutSomething && {
      404: 'There is no such thing, or the caller may not know of it',
    }),
    ...(route.notFound && { 404: route.notFound }),
    ...(conflicts.length && { 409: conflicts.join('; ') }),
  };
}

function parametersOf(route: AnyRouteDefinition, schemas: Schemas) {
  const of = ({ shape }: ObjectSchema<any, any>, where: 'path' | 'query') =>
    Object.entries(shape).map(([name, field]) => ({
      name,
      in: where,
      required: where === 'path',
      schema: toSchema(field as z.ZodType, 'input', schemas),
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

function operationOf(route: AnyRouteDefinition, tag: string, schemas: Schemas) {
  const { operationId, summary, contentType } = route;
  const hasBody = !(route.body instanceof z.ZodUndefined);
  return {
    operationId,
    tags: [tag],
    summary,
    // Nobody signs in where the path itself is the secret.
    ...(route.caller === 'link' && { security: [] }),
    parameters: parametersOf(route, schemas),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: toSchema(route.body, 'input', schemas),
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
            [contentType]: {
              schema: toSchema(route.response, 'output', schemas),
            },
          },
        }),
      },
      ...Object.fromEntries(
        Object.entries(errorsOf(route)).map(([status, description]) => [
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
  const schemas: Schemas = {};
  for (const [tag, tagged] of Object.entries(routesByTag)) {
    for (const route of Object.values<AnyRouteDefinition>(tagged)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const operation = operationOf(route, tag, schemas);
      paths[path] = { ...paths[path], [route.method]: operation };
    }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'platform-product',
      version: '1',
      description:
        'Platform services as products: how mature they are, how to contribute, who reviews, and how they are for those who use them.',
    },
    servers: [{ url: '/api/platform-product' }],
    tags: Object.keys(routesByTag).map(name => ({ name })),
    components: {
      schemas,
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ backstage: [] }],
    paths,
  };
}

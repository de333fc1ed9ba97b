import { AnyRouteDefinition } from '../api/defineRoute';
import { createOpenApiDocument } from './openApiDocument';
import { routes } from './routes';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: object;
  readonly responses: Record<string, object>;
}

const document = createOpenApiDocument();

const operationOf = ({ path, method }: AnyRouteDefinition) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method] as Operation;

describe('the OpenAPI document', () => {
  it('is one, as JSON too', () => {
    expect(document).toMatchObject({
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
    });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(JSON.stringify(document)).not.toContain('$schema');
    // In the form of 3.0, in which an exclusive bound is a flag.
    expect(JSON.stringify(document)).toContain(
      '"freshForDays":{"type":"number","minimum":0,"exclusiveMinimum":true',
    );
  });

  it('has each route once, under its path and its method', () => {
    const all: AnyRouteDefinition[] = Object.values(routes);
    for (const route of all) {
      expect(operationOf(route)).toMatchObject({
        operationId: route.operationId,
        summary: route.summary,
      });
    }
    const operations = Object.values(document.paths).flatMap(Object.values);
    expect(operations).toHaveLength(all.length);
    expect(Object.keys(document.paths).join()).not.toContain(':');
    expect(
      Object.keys(
        document.paths['/entities/{kind}/{namespace}/{name}/satisfaction/mine'],
      ),
    ).toEqual(['get', 'put', 'delete']);
  });

  it('tells parameters of the path, which are required, and of the query, which are not', () => {
    expect(operationOf(routes.getLevelHistory).parameters).toMatchObject([
      { name: 'kind', in: 'path', required: true },
      { name: 'namespace', in: 'path', required: true },
      {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 253 },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 100 },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        schema: { type: 'string', maxLength: 500 },
      },
    ]);
    expect(operationOf(routes.getHome).parameters).toEqual([]);
    const { parameters } = operationOf(routes.exportPortfolio);
    expect(parameters.find(({ name }) => name === 'owner')?.schema).toEqual({
      anyOf: [
        expect.objectContaining({ type: 'string' }),
        expect.objectContaining({ type: 'array', minItems: 1, maxItems: 20 }),
      ],
    });
  });

  it('tells which routes take a key against repetition', () => {
    const key = {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 100 },
    };
    const all: AnyRouteDefinition[] = Object.values(routes);
    for (const route of all) {
      const headers = operationOf(route).parameters.filter(
        parameter => parameter.in === 'header',
      );
      expect([route.operationId, headers]).toEqual([
        route.operationId,
        route.idempotent ? [key] : [],
      ]);
    }
  });

  it('tells what a body has to hold, as one sends it', () => {
    expect(operationOf(routes.giveFeedback).requestBody).toMatchObject({
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            // The visibility has a default.
            required: ['title'],
            additionalProperties: false,
            properties: {
              title: { type: 'string', minLength: 5, maxLength: 200 },
              visibility: { enum: ['public', 'team'], default: 'public' },
            },
          },
          example: routes.giveFeedback.example.body,
        },
      },
    });
    expect(operationOf(routes.follow)).not.toHaveProperty('requestBody');
    expect(operationOf(routes.getHome)).not.toHaveProperty('requestBody');
  });

  it('tells what is answered, and which errors there are', () => {
    const errors = {
      '400': {
        description: 'The request is malformed; every bad field is named',
      },
      '401': { description: 'The caller is not signed in' },
      '403': { description: 'The caller may not do this; nothing happened' },
      '404': {
        description: 'There is no such thing, or the caller may not know of it',
      },
      '409': {
        description: 'Somebody else was first; read again, then decide',
      },
    };
    const { '200': done, ...others } = operationOf(routes.getFollow).responses;
    expect(others).toEqual(errors);
    expect(done).toEqual({
      description: 'Done',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              isFollowing: {
                type: 'boolean',
                description: 'Whether the caller does.',
              },
              followers: {
                type: 'integer',
                minimum: Number.MIN_SAFE_INTEGER,
                maximum: Number.MAX_SAFE_INTEGER,
                description: 'How many do; nobody is told who.',
              },
            },
            required: ['isFollowing', 'followers'],
            additionalProperties: false,
          },
        },
      },
    });
    expect(Object.keys(operationOf(routes.attest).responses)).toEqual([
      '201',
      ...Object.keys(errors),
    ]);
    expect(operationOf(routes.exportPortfolio).responses['200']).toEqual({
      description: 'Done',
      content: { 'text/csv': { schema: { type: 'string' } } },
    });
  });
});

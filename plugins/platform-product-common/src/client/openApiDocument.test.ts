import { AnyRouteDefinition } from '../api/defineRoute';
import { createOpenApiDocument } from './openApiDocument';
import { routes } from './routes';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
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
const { schemas } = document.components as {
  schemas: Record<string, object>;
};

const operationOf = ({ path, method }: AnyRouteDefinition) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method] as Operation;

describe('the OpenAPI document', () => {
  it('is one, as JSON too', () => {
    expect(document).toMatchObject({
      openapi: '3.0.3',
      info: {
        title: 'platform-product',
        version: '1',
        description:
          'Platform services as products: how mature they are, how to contribute, who reviews, and how they are for those who use them.',
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

  it('tells what is answered, by the name that it has', () => {
    expect(operationOf(routes.getFollow).responses['200']).toEqual({
      description: 'Done',
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Follow' } },
      },
    });
    expect(schemas.Follow).toEqual({
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
        muted: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['notices', 'posts', 'events', 'roadmap', 'ratings'],
          },
          description: 'What the caller does not want to hear of.',
        },
      },
      required: ['isFollowing', 'followers', 'muted'],
      additionalProperties: false,
    });
    expect(operationOf(routes.exportPortfolio).responses['200']).toEqual({
      description: 'Done',
      content: { 'text/csv': { schema: { type: 'string' } } },
    });
    expect(operationOf(routes.putMyAnswer).responses['204']).toEqual({
      description: 'Done',
    });
  });

  it('has each schema that it refers to, and none that nobody refers to', () => {
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect([...new Set(named.map(([, name]) => name))].sort()).toEqual(
      Object.keys(schemas).sort(),
    );
    expect(text).not.toContain('#/definitions/');
    // Once sent and once answered, where the two differ.
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['Availability', 'AvailabilityInput']),
    );
  });

  it('has a tag for each room', () => {
    expect(operationOf(routes.addResearch).tags).toEqual(['satisfaction']);
    expect(operationOf(routes.getHome).tags).toEqual(['portfolio']);
    const used = Object.values(document.paths)
      .flatMap(Object.values)
      .flatMap(operation => operation.tags);
    expect(document.tags).toEqual([...new Set(used)].map(name => ({ name })));
  });

  it.each([
    ['getHome', ['200', '400', '401', '403']],
    ['listPortfolio', ['200', '400', '401']],
    ['listRollUps', ['200', '400', '401', '404']],
    ['getFollow', ['200', '400', '401', '404']],
    ['getMyAnswer', ['200', '400', '401', '403']],
    ['follow', ['200', '400', '401', '403', '404']],
    ['unfollow', ['204', '400', '401', '403']],
    ['eraseUser', ['200', '400', '401', '403']],
    ['putAvailability', ['200', '400', '401', '403']],
    ['attest', ['201', '400', '401', '403', '404', '409']],
    ['decideWaiver', ['200', '400', '401', '403', '404', '409']],
  ] as const)('tells which answers there are of %s', (name, statuses) => {
    expect(Object.keys(operationOf(routes[name]).responses)).toEqual(statuses);
  });

  it('says what a conflict is', () => {
    const of = (route: AnyRouteDefinition) =>
      operationOf(route).responses['409'];
    expect(of(routes.decideWaiver)).toEqual({
      description: 'It is no longer pending',
    });
    expect(of(routes.requestWaiver)).toEqual({
      description:
        'There is a waiver already, pending or approved; The key was used for something else',
    });
    expect(of(routes.follow)).toBeUndefined();
  });
});

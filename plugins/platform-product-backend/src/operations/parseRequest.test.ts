import { defineRoute } from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { parseRequest } from './parseRequest';

const plain = {
  operationId: 'doSomething',
  path: '/things/:id',
  summary: 'Does something',
  example: {},
};

const route = defineRoute({
  ...plain,
  method: 'post',
  params: z.object({ id: z.string().transform(text => text.toUpperCase()) }),
  query: z.strictObject({ limit: z.coerce.number().max(9).default(5) }),
  body: z.strictObject({
    terms: z.strictObject({ days: z.array(z.number()) }),
  }),
  idempotent: true,
});

const bare = defineRoute({ ...plain, method: 'get', path: '/things' });

const requestOf = (
  given: Partial<Record<'params' | 'query' | 'body', unknown>> & {
    readonly key?: string;
  } = {},
) =>
  ({
    params: { id: 'a' },
    query: {},
    body: { terms: { days: [1] } },
    ...given,
    idempotencyKey: given.key,
  } as Parameters<typeof parseRequest>[1]);

describe('parseRequest', () => {
  it('answers with what the definition makes of params, query and body', () => {
    expect(parseRequest(route, requestOf({ key: 'k' }))).toEqual({
      params: { id: 'A' },
      query: { limit: 5 },
      body: { terms: { days: [1] } },
      idempotencyKey: 'k',
    });
    expect(
      parseRequest(route, requestOf({ query: { limit: '9' } })).query,
    ).toEqual({ limit: 9 });
  });

  it('names every bad field, wherever it stands', () => {
    const parse = () =>
      parseRequest(
        route,
        requestOf({
          params: {},
          query: { limit: '10', more: 'x' },
          body: { terms: { days: [1, 'two'] } },
        }),
      );
    expect(parse).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(parse).toThrow(
      /^Invalid request: params\.id: .+; query\.limit: .+; query: .*"more".*; body\.terms\.days\.1: .+$/,
    );
  });

  it('takes a body only where the definition has one', () => {
    const asked = requestOf({ params: {}, body: { anything: 'else' } });
    expect(parseRequest(bare, asked).body).toBeUndefined();
    expect(() => parseRequest(route, requestOf({ body: undefined }))).toThrow(
      'Invalid request: body: ',
    );
  });

  it('refuses what the definition does not know', () => {
    const asked = requestOf({ params: {}, query: { limit: '1' } });
    expect(() => parseRequest(bare, asked)).toThrow('query: ');
    const more = { terms: { days: [] }, by: 'somebody' };
    expect(() => parseRequest(route, requestOf({ body: more }))).toThrow(
      'body: ',
    );
  });

  it('takes keys of up to 100 visible ASCII characters', () => {
    for (const key of ['k', '!', '~', 'x'.repeat(100)]) {
      expect(parseRequest(route, requestOf({ key })).idempotencyKey).toBe(key);
    }
    const others = ['', 'two words', 'ä', 'a\u007f', 'a\nb', 'x'.repeat(101)];
    for (const key of others) {
      expect(() => parseRequest(route, requestOf({ key }))).toThrow(
        'Invalid request: header idempotency-key: expected 1 to 100 visible ASCII characters',
      );
    }
  });

  it('does not look at keys where a route takes none', () => {
    const asked = requestOf({ params: {}, key: 'not a key' });
    expect(parseRequest(bare, asked).idempotencyKey).toBeUndefined();
    expect(parseRequest(route, requestOf()).idempotencyKey).toBeUndefined();
  });
});

import { z } from 'zod';
import { defineRoute } from './defineRoute';

describe('defineRoute', () => {
  const essentials = {
    operationId: 'listThings',
    method: 'get',
    path: '/things',
    summary: 'All things',
    example: {},
  } as const;

  it('takes nothing and answers nothing, unless it says so', () => {
    const route = defineRoute(essentials);
    expect(route).toMatchObject({
      ...essentials,
      status: 200,
      contentType: 'application/json',
      idempotent: false,
      confidential: false,
      visibility: 'service',
      caller: 'both',
      audited: [],
    });
    for (const part of [route.params, route.query]) {
      expect(part.parse({})).toEqual({});
      expect(part.safeParse({ more: '1' }).success).toBe(false);
    }
    for (const part of [route.body, route.response]) {
      expect(part.safeParse(undefined).success).toBe(true);
      expect(part.safeParse({}).success).toBe(false);
    }
  });

  it('is for people alone where it writes, or is about the caller', () => {
    const callerOf = (more: object) =>
      defineRoute({ ...essentials, ...more }).caller;
    expect(callerOf({ method: 'put' })).toBe('user');
    expect(callerOf({ visibility: 'own' })).toBe('user');
    expect(callerOf({ confidential: true })).toBe('user');
    expect(callerOf({ method: 'post', caller: 'service' })).toBe('service');
  });

  it('keeps what it is given', () => {
    const given = {
      ...essentials,
      params: z.object({ id: z.string() }),
      query: z.strictObject({ limit: z.string() }),
      body: z.strictObject({ text: z.string() }),
      response: z.object({ id: z.string() }),
      example: {
        params: { id: '7' },
        query: { limit: '5' },
        body: { text: 'Seven' },
      },
      status: 201,
      contentType: 'text/csv',
      idempotent: true,
      confidential: true,
      action: 'attest',
      actionOnOneself: 'offerReview',
      visibility: 'own',
      caller: 'both',
      record: 'thing',
      notFound: 'There is none',
      conflict: 'It is there already',
      audited: ['text'],
    } as const;
    expect(defineRoute(given)).toEqual(given);
  });
});

import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import { defineRoute } from '@platform-product/backstage-plugin-common/rules';
import express from 'express';
import Router from 'express-promise-router';
import request from 'supertest';
import { z } from 'zod';
import { AccessService } from '../access/AccessService';
import { FieldError } from '../operations/FieldError';
import { Call } from '../operations/Operation';
import { Operations } from '../operations/Operations';
import { serveOperations } from './serveOperations';

const user = mockCredentials.user.header('user:default/olga');
const service = mockCredentials.service.header();
const nobody = mockCredentials.none.header();

const base = {
  operationId: 'doThisOnce',
  path: '/things/:id',
  summary: 'Does this',
  params: z.strictObject({ id: z.string() }),
  visibility: 'list',
  response: z.object({ is: z.string() }),
  example: { params: { id: '7' } },
} as const;
const get = defineRoute({ ...base, method: 'get' });
const body = z.strictObject({ text: z.string() });
const post = defineRoute({ ...base, method: 'post', body, status: 201 });

type Handler = (asked: Call<AnyRouteDefinition>) => Promise<unknown>;

/** A server with one route. */
function serve(route: AnyRouteDefinition, handler: Handler) {
  const auditor = mockServices.auditor.mock();
  const events: unknown[] = [];
  auditor.createEvent.mockImplementation(async options => {
    const { request: req, ...event } = options;
    events.push({ ...event, path: req?.path });
    return {
      success: async outcome => {
        events.push(['success', outcome]);
      },
      fail: async outcome => {
        events.push(['fail', outcome]);
      },
    };
  });
  const router = Router();
  router.use(express.json());
  const handle = jest.fn(handler);
  const operations = new Operations({
    services: undefined as never,
    access: new AccessService({
      auth: mockServices.auth(),
      permissions: undefined as never,
      userInfo: undefined as never,
      groups: undefined as never,
      stewards: [],
      admins: [],
    }),
    auditor,
  });
  operations.on(route, handle as never);
  serveOperations({
    auth: mockServices.auth(),
    router,
    httpAuth: mockServices.httpAuth({ pluginId: 'platform-product' }),
    operations: operations.list(),
  });
  const app = express().use(router).use(mockErrorHandler());
  const call = async (authorization: string, sent?: object) =>
    request(app)
      [route.method]('/things/7')
      .set('Authorization', authorization)
      .send(sent);
  return { call, events, handle };
}

describe('serveOperations', () => {
  it('answers users and services that read, and audits nothing', async () => {
    const { call, events, handle } = serve(get, async () => ({ is: 'read' }));
    for (const authorization of [user, service]) {
      const { status, body: answer, type } = await call(authorization);
      expect([status, answer, type]).toEqual([
        200,
        { is: 'read' },
        'application/json',
      ]);
    }
    expect(
      handle.mock.calls.map(([{ params, credentials }]) => [
        params,
        credentials.principal.type,
      ]),
    ).toEqual([
      [{ id: '7' }, 'user'],
      [{ id: '7' }, 'service'],
    ]);
    expect(events).toEqual([]);
    expect((await call(nobody)).status).toBe(401);
    expect(handle).toHaveBeenCalledTimes(2);
  });

  it.each(['post', 'put', 'delete'] as const)(
    'lets only users %s, and nothing happens for others',
    async method => {
      const route = defineRoute({ ...base, method });
      const { call, events, handle } = serve(route, async () => ({ is: '' }));
      expect((await call(service)).status).toBe(403);
      expect((await call(nobody)).status).toBe(401);
      expect(handle).not.toHaveBeenCalled();
      expect(events).toEqual([]);
      expect((await call(user)).status).toBe(200);
      expect(handle).toHaveBeenCalledTimes(1);
      expect(events).toHaveLength(2);
    },
  );

  it('audits a write with its parameters and what the route names', async () => {
    const { call, events } = serve(
      { ...post, audited: ['text'] },
      async ({ body: sent }) => ({ is: (sent as { text: string }).text }),
    );
    const { status, body: answer } = await call(user, { text: 'written' });
    expect([status, answer]).toEqual([201, { is: 'written' }]);
    expect(events).toEqual([
      {
        eventId: 'do-this-once',
        severityLevel: 'medium',
        meta: { id: '7' },
        path: '/things/7',
      },
      ['success', { meta: { text: 'written' } }],
    ]);
  });

  it('audits a write that failed with what was known by then', async () => {
    const error = new ConflictError('It is there already');
    const { call, events } = serve({ ...post, audited: ['text'] }, async () => {
      throw error;
    });
    const { status, body: answer } = await call(user, { text: 'written' });
    expect(status).toBe(409);
    expect(answer.error.message).toBe('It is there already');
    expect(events.slice(1)).toEqual([
      ['fail', { error, meta: { text: 'written' } }],
    ]);
  });

  it.each([
    ['text', 'body.text'],
    ['limit', 'query.limit'],
    ['id', 'params.id'],
    ['other', 'body.other'],
  ])('says where a field stands that breaks a rule: %s', async (field, at) => {
    const { call } = serve(
      { ...post, query: z.strictObject({ limit: z.string().optional() }) },
      async () => {
        throw new FieldError(field, 'must be another one');
      },
    );
    const { status, body: answer } = await call(user, { text: 'written' });
    expect([status, answer.error.name, answer.error.message]).toEqual([
      400,
      'InputError',
      `Invalid request: ${at}: must be another one`,
    ]);
  });

  it('takes a field for the one of the body where the path has one, too', async () => {
    const { call } = serve(
      { ...post, body: z.strictObject({ id: z.string() }) },
      async () => {
        throw new FieldError('id', 'must be another one');
      },
    );
    expect((await call(user, { id: '8' })).body.error.message).toBe(
      'Invalid request: body.id: must be another one',
    );
  });

  it('audits a write that was asked for badly, and hands none over', async () => {
    const { call, events, handle } = serve(post, async () => ({ is: '' }));
    const { status, body: answer } = await call(user, { text: 3 });
    expect(status).toBe(400);
    expect(answer.error.message).toContain('body.text');
    expect(handle).not.toHaveBeenCalled();
    expect(events).toMatchObject([
      { eventId: 'do-this-once' },
      ['fail', { meta: {}, error: { name: 'InputError' } }],
    ]);
  });

  it('tells an error of a reader, too', async () => {
    const { call, events } = serve(get, async () => {
      throw new ConflictError('No');
    });
    expect((await call(user)).status).toBe(409);
    expect(events).toEqual([]);
  });

  describe('where nobody may pair people with what they say', () => {
    const padded = 8192;
    const secret = defineRoute({ ...base, method: 'get', confidential: true });

    it.each(['', 'x', 'é'.repeat(2000), '\n'.repeat(2000)])(
      'answers at the same length, whatever it says: %#',
      async is => {
        const { call } = serve(secret, async () => ({ is }));
        const { body: answer, headers } = await call(user);
        expect(answer).toEqual({ is });
        expect(headers).toMatchObject({
          'content-type': expect.stringMatching(/^application\/json/),
          'content-length': `${padded}`,
          // Nor may its compressed length tell, nor whether it has changed.
          'cache-control': 'no-store, no-transform',
        });
        expect(headers.etag).toBeUndefined();
      },
    );

    it('goes to the next such length where it has to', async () => {
      const lengthOf = async (count: number) => {
        const { call } = serve(secret, async () => ({ is: 'x'.repeat(count) }));
        return (await call(user)).headers['content-length'];
      };
      const frame = JSON.stringify({ is: '' }).length;
      expect(await lengthOf(padded - frame)).toBe(`${padded}`);
      expect(await lengthOf(padded - frame + 1)).toBe(`${2 * padded}`);
    });

    it('audits a write without saying whose it is', async () => {
      const write = defineRoute({
        ...base,
        method: 'put',
        body,
        response: undefined,
        status: 204,
        confidential: true,
      });
      const { call, events } = serve(write, async () => undefined);
      expect((await call(user, { text: 'x' })).status).toBe(204);
      expect(events).toEqual([
        {
          eventId: 'do-this-once',
          severityLevel: 'medium',
          meta: { id: '7' },
          path: undefined,
        },
        ['success', { meta: {} }],
      ]);
    });
  });

  it('answers in the form that the route promises', async () => {
    const csv = defineRoute({
      ...base,
      method: 'get',
      response: z.string(),
      contentType: 'text/csv',
    });
    const exported = await serve(csv, async () => 'a,b\r\n').call(user);
    expect([exported.status, exported.type, exported.text]).toEqual([
      200,
      'text/csv',
      // A spreadsheet knows UTF-8 by its mark.
      '\ufeffa,b\r\n',
    ]);
    expect(exported.headers['content-type']).toMatch(/charset=utf-8/i);
    const gone = defineRoute({ ...base, method: 'delete', status: 204 });
    const deleted = await serve(gone, async () => undefined).call(user);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
  });
});

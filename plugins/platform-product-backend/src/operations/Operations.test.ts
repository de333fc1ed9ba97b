import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';
import {
  defineRoute,
  entityParams,
  idParams,
} from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { serviceEntity } from '../__testUtils__/entities';
import { CallerCredentials, RawRequest } from './Operation';
import { Operations } from './Operations';

const logs = 'component:default/logs';
const secret = 'component:default/secret';
const ada = mockCredentials.user('user:default/ada') as CallerCredentials;
const machine = mockCredentials.service('other') as CallerCredentials;
const paramsOf = (name: string) => ({
  kind: 'component',
  namespace: 'default',
  name,
});
const id = '5b1e8b0c-6f0e-4c55-9d1b-0a6f3a5d7c21';

const base = {
  operationId: 'doThis',
  path: '/',
  summary: 'Does this',
  response: z.object({ is: z.string() }),
  example: {},
} as const;
const write = { ...base, method: 'post' } as const;
const read = { ...base, method: 'get' } as const;

/** Operations over the service `logs`, and `secret`, which nobody can see. */
function create(options: { readonly allowed?: boolean } = {}) {
  const order: string[] = [];
  const events: unknown[] = [];
  /** Whether what the caller saw of late was enough, each time. */
  const remembered: unknown[] = [];
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async event => {
    events.push(event);
    return {
      success: async outcome => {
        events.push(['success', outcome]);
      },
      fail: async outcome => {
        events.push(['fail', outcome]);
      },
    };
  });
  const userOf = (credentials: BackstageCredentials) =>
    credentials === ada ? 'user:default/ada' : undefined;
  const entityOf = (entityRef: string) =>
    entityRef === logs ? serviceEntity('logs') : undefined;
  const refOf = (ref: ReturnType<typeof paramsOf> | string) =>
    typeof ref === 'string' ? ref : `component:default/${ref.name}`;
  const operations = new Operations({
    auditor,
    services: {
      async getVisible(
        ref: ReturnType<typeof paramsOf> | string,
        _: BackstageCredentials,
        {
          notFound = `No service found with ref '${refOf(ref)}'`,
          mayBeRemembered,
        }: { notFound?: string; mayBeRemembered?: boolean } = {},
      ) {
        remembered.push(mayBeRemembered);
        order.push(`see ${refOf(ref)}`);
        const entity = entityOf(refOf(ref));
        if (!entity) throw new NotFoundError(notFound);
        return { entityRef: refOf(ref), entity };
      },
      async getOwn(ref: ReturnType<typeof paramsOf>) {
        order.push(`find ${refOf(ref)}`);
        return { entityRef: refOf(ref), entity: entityOf(refOf(ref)) };
      },
    } as never,
    access: {
      userOf,
      requireUser(credentials: BackstageCredentials) {
        const user = userOf(credentials);
        if (!user) throw new NotAllowedError('Only users may do this');
        return user;
      },
      async authorize(action: unknown) {
        order.push(`authorize ${action}`);
        if (options.allowed === false) throw new NotAllowedError('No');
      },
    } as never,
  });
  const act = async () => {
    order.push('act');
    return { is: 'done' };
  };
  const run = (request: Partial<RawRequest>) =>
    operations.list()[0].run({
      params: {},
      query: {},
      body: undefined,
      credentials: ada,
      ...request,
    });
  return { operations, act, run, order, events, remembered };
}

describe('Operations', () => {
  it('see the service, ask for leave, act, and audit it, in this order', async () => {
    const { operations, act, run, order, events } = create();
    const handler = jest.fn(act);
    const route = defineRoute({
      ...write,
      params: entityParams,
      body: z.strictObject({ kindOf: z.string(), text: z.string() }),
      action: 'attest',
      audited: ['kindOf'],
    });
    operations.on(route, handler);
    const body = { kindOf: 'a', text: 'Nobody’s business' };
    const params = paramsOf('logs');
    expect(await run({ params, body })).toEqual({ is: 'done' });
    expect(order).toEqual([`see ${logs}`, 'authorize attest', 'act']);
    expect(handler).toHaveBeenCalledWith(
      expect.objectContaining({
        service: { entityRef: logs, entity: serviceEntity('logs') },
        user: 'user:default/ada',
        by: 'user:default/ada',
        params,
        body,
      }),
    );
    expect(events).toEqual([
      {
        eventId: 'do-this',
        severityLevel: 'medium',
        request: undefined,
        meta: params,
      },
      ['success', { meta: { entityRef: logs, kindOf: 'a' } }],
    ]);
  });

  it.each([
    ['get', true],
    ['post', false],
    ['put', false],
    ['delete', false],
  ] as const)(
    'take, with %s, what was seen of late: %s',
    async (method, may) => {
      const { operations, act, run, remembered } = create();
      const route = { ...base, method, audited: [] };
      operations.on(
        defineRoute({ ...route, params: entityParams }) as never,
        act as never,
      );
      await run({ params: paramsOf('logs') });
      const record = create();
      record.operations.onRecord(
        defineRoute({ ...route, params: idParams, record: 'thing' }) as never,
        { find: async () => ({ entityRef: logs }) },
        record.act as never,
      );
      await record.run({ params: { id } });
      expect([...remembered, ...record.remembered]).toEqual([may, may]);
    },
  );

  it('do nothing on a service that the caller can’t see', async () => {
    const { operations, act, run, order, events } = create();
    const route = defineRoute({
      ...write,
      params: entityParams,
      action: 'attest',
    });
    operations.on(route, act);
    await expect(run({ params: paramsOf('secret') })).rejects.toThrow(
      `No service found with ref '${secret}'`,
    );
    expect(order).toEqual([`see ${secret}`]);
    expect(events).toMatchObject([
      { eventId: 'do-this' },
      ['fail', { meta: {}, error: { name: 'NotFoundError' } }],
    ]);
  });

  it('do nothing that the caller may not do', async () => {
    const { operations, act, run, order, events } = create({ allowed: false });
    const route = defineRoute({
      ...write,
      params: entityParams,
      action: ['giveFeedback', 'manageFeedback'],
    });
    operations.on(route, act);
    await expect(run({ params: paramsOf('logs') })).rejects.toThrow('No');
    expect(order).toEqual([
      `see ${logs}`,
      'authorize giveFeedback,manageFeedback',
    ]);
    expect(events).toMatchObject([
      {},
      ['fail', { meta: { entityRef: logs }, error: { message: 'No' } }],
    ]);
  });

  it('ask for no leave where a route has no action, and audit no reading', async () => {
    const { operations, act, run, order, events } = create({ allowed: false });
    operations.on(defineRoute({ ...read, params: entityParams }), act);
    for (const credentials of [ada, machine]) {
      await run({ params: paramsOf('logs'), credentials });
    }
    expect(order).toEqual([`see ${logs}`, 'act', `see ${logs}`, 'act']);
    expect(events).toEqual([]);
  });

  it('let no other backend write, nor read what is of the caller', async () => {
    const { operations, act, run, order, events } = create();
    operations.on(defineRoute({ ...write, visibility: 'own' }), act);
    await expect(run({ credentials: machine })).rejects.toThrow(
      'Only users may do this',
    );
    expect([...order, ...events]).toEqual([]);

    const other = create();
    other.operations.on(
      defineRoute({ ...read, visibility: 'own' }),
      async ({ by }) => ({ is: by }),
    );
    expect(await other.run({})).toEqual({ is: 'user:default/ada' });
    await expect(other.run({ credentials: machine })).rejects.toThrow(
      'Only users may do this',
    );
  });

  describe('on records', () => {
    const route = defineRoute({
      ...write,
      params: idParams,
      record: 'thing',
      action: 'attest',
      audited: ['label'],
    });
    const recordOf = (entityRef: string) => ({ entityRef, label: 'x' });

    it('see the service of the record', async () => {
      const { operations, run, order, events } = create();
      operations.onRecord(
        route,
        { find: async found => ({ ...recordOf(logs), found }) },
        async ({ record, service }) => ({
          is: `${record.found} of ${service.entityRef}`,
        }),
      );
      expect(await run({ params: { id } })).toEqual({ is: `${id} of ${logs}` });
      expect(order).toEqual([`see ${logs}`, 'authorize attest']);
      expect(events[1]).toEqual([
        'success',
        { meta: { entityRef: logs, label: 'x' } },
      ]);
    });

    it.each([
      ['there is none', undefined, true],
      ['the service is hidden', recordOf(secret), true],
      ['the record is hidden', recordOf(logs), false],
    ])('say the same where %s', async (_, record, isShown) => {
      const { operations, act, run, order } = create();
      operations.onRecord(
        route,
        {
          find: async () => record,
          show: async found => (isShown ? found : undefined),
        },
        act,
      );
      await expect(run({ params: { id } })).rejects.toMatchObject({
        name: 'NotFoundError',
        message: `No thing found '${id}'`,
      });
      expect(order).not.toContain('authorize attest');
      expect(order).not.toContain('act');
    });

    it('hand over what is shown of the record', async () => {
      const { operations, run } = create();
      operations.onRecord(
        route,
        {
          find: async () => recordOf(logs),
          show: async (found, { user }) => ({ ...found, to: user }),
        },
        async ({ record }) => ({ is: `${record.label} to ${record.to}` }),
      );
      expect(await run({ params: { id } })).toEqual({
        is: 'x to user:default/ada',
      });
    });
  });

  describe('on one’s own part', () => {
    const params = entityParams.extend({ userRef: z.string() });
    const leave = defineRoute({
      ...write,
      params,
      visibility: 'own',
      action: 'manageRoster',
    });
    const paramsFor = (name: string, userRef: string) => ({
      ...paramsOf(name),
      userRef,
    });

    it('need neither sight nor leave', async () => {
      const { operations, run, order } = create({ allowed: false });
      operations.onOwn(leave, async ({ service }) => ({
        is: `${service.entityRef} ${Boolean(service.entity)}`,
      }));
      expect(
        await run({ params: paramsFor('secret', 'user:default/ada') }),
      ).toEqual({ is: `${secret} false` });
      expect(order).toEqual([`find ${secret}`]);
    });

    it('need both for somebody else', async () => {
      const { operations, act, run, order } = create();
      operations.onOwn(leave, act);
      await run({ params: paramsFor('logs', 'user:default/ben') });
      expect(order).toEqual([`see ${logs}`, 'authorize manageRoster', 'act']);
      await expect(
        run({ params: paramsFor('secret', 'user:default/ben') }),
      ).rejects.toThrow('No service found');
    });

    it.each([
      ['user:default/ada', 'offerReview'],
      ['user:default/ben', 'manageRoster'],
    ])(
      'may need another action than for others: %s',
      async (userRef, action) => {
        const { operations, act, run, order } = create();
        const route = defineRoute({
          ...write,
          params,
          action: 'manageRoster',
          actionOnOneself: 'offerReview',
        });
        operations.on(route, act);
        await run({ params: paramsFor('logs', userRef) });
        expect(order).toEqual([`see ${logs}`, `authorize ${action}`, 'act']);
      },
    );
  });

  it('refuse routes that forget to say what the caller has to see', () => {
    const { operations, act } = create();
    const finder = { find: async () => ({ entityRef: logs }) };
    const on = (route: AnyRouteDefinition) => () =>
      operations.on(route, act as never);
    const onRecord = (route: AnyRouteDefinition) => () =>
      operations.onRecord(route, finder, act as never);
    const onOwn = (route: AnyRouteDefinition) => () =>
      operations.onOwn(route, act as never);
    for (const add of [
      on(defineRoute({ ...read })),
      on(defineRoute({ ...read, params: idParams, record: 'thing' })),
      on(defineRoute({ ...read, params: entityParams, visibility: 'own' })),
      on(defineRoute({ ...read, visibility: 'list', action: 'attest' })),
      onRecord(defineRoute({ ...read, params: idParams })),
      onRecord(
        defineRoute({
          ...read,
          params: idParams,
          record: 'thing',
          visibility: 'own',
        }),
      ),
      onOwn(defineRoute({ ...read, params: entityParams })),
      onOwn(defineRoute({ ...read, visibility: 'own' })),
    ]) {
      expect(add).toThrow("Route 'doThis'");
    }
    expect(operations.list()).toEqual([]);
  });
});
